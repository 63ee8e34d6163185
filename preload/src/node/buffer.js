'use strict';

const encoder = new TextEncoder();

const fromUnits = (text, mask) => Uint8Array.from({ length: text.length }, (_, at) => text.charCodeAt(at) & mask);

function toUnits(bytes, mask = 0xff) {
  let text = '';
  for (let at = 0; at < bytes.length; at += 4096) {
    text += String.fromCharCode(...bytes.subarray(at, at + 4096).map((byte) => byte & mask));
  }
  return text;
}

function fromBase64(text) {
  const plain = text.replaceAll('-', '+').replaceAll('_', '/').replace(/[^A-Za-z0-9+/]/g, '');
  // One letter too many holds no byte.
  return fromUnits(atob(plain.length % 4 === 1 ? plain.slice(0, -1) : plain), 0xff);
}

function fromHex(text) {
  const digits = /^(?:[0-9a-f]{2})*/i.exec(text)[0];
  return Uint8Array.from({ length: digits.length / 2 }, (_, at) => parseInt(digits.slice(at * 2, at * 2 + 2), 16));
}

function fromUtf16(text) {
  const bytes = new Uint8Array(text.length * 2);
  for (let at = 0; at < text.length; at++) {
    bytes[at * 2] = text.charCodeAt(at) & 0xff;
    bytes[at * 2 + 1] = text.charCodeAt(at) >> 8;
  }
  return bytes;
}

const ENCODINGS = {
  __proto__: null,
  utf8: [(text) => encoder.encode(text), (bytes) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)],
  utf16le: [fromUtf16, (bytes) => new TextDecoder('utf-16le', { ignoreBOM: true }).decode(bytes.subarray(0, bytes.length & ~1))],
  latin1: [(text) => fromUnits(text, 0xff), (bytes) => toUnits(bytes)],
  ascii: [(text) => fromUnits(text, 0xff), (bytes) => toUnits(bytes, 0x7f)],
  base64: [fromBase64, (bytes) => btoa(toUnits(bytes))],
  base64url: [fromBase64, (bytes) => btoa(toUnits(bytes)).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')],
  hex: [fromHex, (bytes) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')],
};
const ALIASES = { __proto__: null, 'utf-8': 'utf8', ucs2: 'utf16le', 'ucs-2': 'utf16le', 'utf-16le': 'utf16le', binary: 'latin1' };

function encoding(name = 'utf8') {
  const lower = String(name).toLowerCase();
  const found = ENCODINGS[ALIASES[lower] ?? lower];
  if (found === undefined) throw Object.assign(new TypeError(`Unknown encoding: ${name}`), { code: 'ERR_UNKNOWN_ENCODING' });
  return found;
}

/** What sandboxed preloads do with Node's `Buffer`: make, join, compare and turn into text. No numbers are read or written. */
class Buffer extends Uint8Array {
  static from(value, second, length) {
    if (typeof value === 'string') return Buffer.#over(encoding(second)[0](value));
    if (value instanceof ArrayBuffer) return new Buffer(value, second, length);
    if (value?.type === 'Buffer' && Array.isArray(value.data)) return Buffer.#over(Uint8Array.from(value.data));
    if (value !== null && typeof value === 'object' && (ArrayBuffer.isView(value) || typeof value.length === 'number')) {
      return Buffer.#over(Uint8Array.from(value));
    }
    const message = 'The first argument must be of type string or an instance of Buffer, ArrayBuffer, or Array or an Array-like Object.';
    throw Object.assign(new TypeError(message), { code: 'ERR_INVALID_ARG_TYPE' });
  }

  static #over(bytes) {
    return new Buffer(bytes.buffer, bytes.byteOffset, bytes.length);
  }

  static alloc(size, fill = 0, name = 'utf8') {
    const buffer = new Buffer(size);
    if (typeof fill === 'number') return buffer.fill(fill);
    const pattern = Buffer.from(fill, name);
    for (let at = 0; at < size && pattern.length > 0; at++) buffer[at] = pattern[at % pattern.length];
    return buffer;
  }

  static allocUnsafe(size) {
    return new Buffer(size);
  }

  static isBuffer(value) {
    return value instanceof Buffer;
  }

  static isEncoding(name) {
    return typeof name === 'string' && (ALIASES[name.toLowerCase()] ?? name.toLowerCase()) in ENCODINGS;
  }

  static byteLength(value, name) {
    return typeof value === 'string' ? encoding(name)[0](value).length : value.byteLength;
  }

  static concat(list, total = list.reduce((sum, bytes) => sum + bytes.length, 0)) {
    const buffer = new Buffer(total);
    let at = 0;
    for (const bytes of list) {
      buffer.set(bytes.subarray(0, Math.max(0, total - at)), at);
      at = Math.min(total, at + bytes.length);
    }
    return buffer;
  }

  static compare(a, b) {
    const shorter = Math.min(a.length, b.length);
    for (let at = 0; at < shorter; at++) if (a[at] !== b[at]) return a[at] < b[at] ? -1 : 1;
    return Math.sign(a.length - b.length);
  }

  toString(name, start = 0, end = this.length) {
    return encoding(name)[1](new Uint8Array(this.buffer, this.byteOffset, this.length).subarray(start, end));
  }

  toJSON() {
    return { type: 'Buffer', data: Array.from(this) };
  }

  equals(other) {
    return Buffer.compare(this, other) === 0;
  }

  compare(other) {
    return Buffer.compare(this, other);
  }

  slice(start, end) {
    return this.subarray(start, end);
  }

  write(text, offset = 0, name = 'utf8') {
    const bytes = encoding(name)[0](text).subarray(0, this.length - offset);
    this.set(bytes, offset);
    return bytes.length;
  }
}

module.exports = { Buffer };
