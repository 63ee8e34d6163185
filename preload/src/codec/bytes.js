'use strict';

const MAX_VARINT = Number.MAX_SAFE_INTEGER;

/** A byte array that grows. */
class Output {
  #bytes = new Uint8Array(256);
  #view = new DataView(this.#bytes.buffer);
  length = 0;

  /** @param {number} more */
  reserve(more) {
    const needed = this.length + more;
    if (needed <= this.#bytes.length) return;
    const grown = new Uint8Array(Math.max(needed, this.#bytes.length * 2));
    grown.set(this.#bytes.subarray(0, this.length));
    this.#bytes = grown;
    this.#view = new DataView(grown.buffer);
  }

  /** @param {number} byte */
  u8(byte) {
    this.reserve(1);
    this.#bytes[this.length++] = byte;
  }

  /** @param {number} value */
  varint(value) {
    this.reserve(8);
    while (value >= 0x80) {
      this.#bytes[this.length++] = (value % 0x80) | 0x80;
      value = Math.floor(value / 0x80);
    }
    this.#bytes[this.length++] = value;
  }

  /** @param {number} value */
  f64(value) {
    this.reserve(8);
    this.#view.setFloat64(this.length, value, true);
    // Engines may keep other bits in a NaN; the format has one.
    if (value !== value) this.#view.setBigUint64(this.length, 0x7ff8000000000000n, true);
    this.length += 8;
  }

  /** @param {Uint8Array} bytes */
  raw(bytes) {
    this.reserve(bytes.length);
    this.#bytes.set(bytes, this.length);
    this.length += bytes.length;
  }

  /** Length, then the bytes. @param {Uint8Array} bytes */
  sized(bytes) {
    this.varint(bytes.length);
    this.raw(bytes);
  }

  /** What was written; valid until more is. */
  done() {
    return this.#bytes.subarray(0, this.length);
  }
}

/** Reads bytes that may be anything; every length is checked against what is left. */
class Input {
  #bytes;
  #view;
  #at = 0;

  /** @param {Uint8Array} bytes */
  constructor(bytes) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  get left() {
    return this.#bytes.length - this.#at;
  }

  /** @param {string} why @returns {never} */
  fail(why) {
    throw new Error(`malformed message at byte ${this.#at}: ${why}`);
  }

  u8() {
    if (this.#at >= this.#bytes.length) this.fail('it ends too early');
    return this.#bytes[this.#at++];
  }

  varint() {
    let value = 0;
    for (let factor = 1, count = 0; count < 8; count++, factor *= 0x80) {
      const byte = this.u8();
      value += (byte & 0x7f) * factor;
      if (byte < 0x80) return value <= MAX_VARINT ? value : this.fail('a number exceeds 2^53 - 1');
    }
    return this.fail('a number is too long');
  }

  f64() {
    if (this.left < 8) this.fail('it ends too early');
    this.#at += 8;
    return this.#view.getFloat64(this.#at - 8, true);
  }

  /** @param {number} count */
  take(count) {
    if (count > this.left) this.fail('a length exceeds the message');
    this.#at += count;
    return this.#bytes.subarray(this.#at - count, this.#at);
  }

  sized() {
    return this.take(this.varint());
  }
}

module.exports = { Output, Input };
