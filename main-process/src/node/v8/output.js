'use strict';

/** Bytes that grow, with the number formats of the wire. */
class Output {
  #bytes = new Uint8Array(64);
  #view = new DataView(this.#bytes.buffer);
  length = 0;

  #reserve(count) {
    const needed = this.length + count;
    if (needed <= this.#bytes.length) return;
    const grown = new Uint8Array(Math.max(needed, this.#bytes.length * 2));
    grown.set(this.#bytes);
    this.#bytes = grown;
    this.#view = new DataView(grown.buffer);
  }

  byte(value) {
    this.#reserve(1);
    this.#bytes[this.length++] = value;
  }

  /** An unsigned number of any size below 2 ** 53, seven bits at a time. */
  varint(value) {
    while (value >= 0x80) {
      this.byte((value % 0x80) | 0x80);
      value = Math.floor(value / 0x80);
    }
    this.byte(value);
  }

  zigzag(value) {
    this.varint(((value << 1) ^ (value >> 31)) >>> 0);
  }

  double(value) {
    this.#reserve(8);
    this.#view.setFloat64(this.length, value, true);
    this.length += 8;
  }

  raw(bytes) {
    this.#reserve(bytes.length);
    this.#bytes.set(bytes, this.length);
    this.length += bytes.length;
  }

  latin1(text) {
    this.#reserve(text.length);
    for (let index = 0; index < text.length; index++) this.#bytes[this.length++] = text.charCodeAt(index);
  }

  utf16(text) {
    this.#reserve(text.length * 2);
    for (let index = 0; index < text.length; index++, this.length += 2) {
      this.#view.setUint16(this.length, text.charCodeAt(index), true);
    }
  }

  /** Hands the bytes over and starts again. */
  release() {
    const released = this.#bytes.subarray(0, this.length);
    this.#bytes = new Uint8Array(64);
    this.#view = new DataView(this.#bytes.buffer);
    this.length = 0;
    return released;
  }
}

module.exports = { Output };
