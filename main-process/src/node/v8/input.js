'use strict';

/** Something is wrong with the bytes; what the caller is told is for the caller to say. */
class Malformed extends Error {}

/** Bytes being read, with the number formats of the wire; never beyond their end. */
class Input {
  #bytes;
  #view;
  at = 0;

  constructor(view) {
    this.#bytes = new Uint8Array(view.buffer, view.byteOffset, view.byteLength);
    this.#view = new DataView(view.buffer, view.byteOffset, view.byteLength);
  }

  get left() {
    return this.#bytes.length - this.at;
  }

  peek() {
    return this.#bytes[this.at];
  }

  byte() {
    if (this.at >= this.#bytes.length) throw new Malformed();
    return this.#bytes[this.at++];
  }

  /** Takes `count` bytes and returns where they begin. */
  skip(count) {
    if (count > this.left) throw new Malformed();
    const from = this.at;
    this.at += count;
    return from;
  }

  /** As V8 reads 32 bits: what is above them is lost. */
  varint() {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = this.byte();
      if (shift < 32) value |= (byte & 0x7f) << shift;
      if (byte < 0x80) return value >>> 0;
    }
  }

  varint64() {
    let value = 0n;
    for (let shift = 0n; ; shift += 7n) {
      const byte = this.byte();
      if (shift < 64n) value |= BigInt(byte & 0x7f) << shift;
      if (byte < 0x80) return BigInt.asUintN(64, value);
    }
  }

  zigzag() {
    const value = this.varint();
    return (value >>> 1) ^ -(value & 1);
  }

  double() {
    return this.#view.getFloat64(this.skip(8), true);
  }

  bytes(count) {
    const from = this.skip(count);
    return this.#bytes.subarray(from, from + count);
  }

  latin1(count) {
    return text(this.bytes(count));
  }

  utf16(count) {
    if (count & 1) throw new Malformed();
    const from = this.skip(count);
    const units = new Uint16Array(count / 2);
    for (let index = 0; index < units.length; index++) units[index] = this.#view.getUint16(from + index * 2, true);
    return text(units);
  }
}

// As many arguments at once as any engine takes.
const STEP = 4096;

function text(units) {
  let result = '';
  for (let at = 0; at < units.length; at += STEP) result += String.fromCharCode(...units.subarray(at, at + STEP));
  return result;
}

module.exports = { Input, Malformed };
