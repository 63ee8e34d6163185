'use strict';

const { codes } = require('internal/errors');
const { Buffer } = require('node/buffer');
const { Input, Malformed } = require('./input');
const { VERSION, TAG, VIEWS, ERRORS, ERROR_PART, REGEXP_FLAGS } = require('./tags');

const define = (object, key, value) =>
  Object.defineProperty(object, key, { value, writable: true, enumerable: true, configurable: true });

/** The format itself; what a subclass of `Deserializer` decides it asks of its `owner`. */
class Reader {
  version = 0;
  transferred = new Map();
  #objects = new Map();
  #next = 0;
  #owner;

  constructor(owner, view) {
    this.#owner = owner;
    this.input = new Input(view);
  }

  header() {
    const { input } = this;
    if (input.peek() !== TAG.version) return false;
    input.byte();
    this.version = input.varint();
    return this.version <= VERSION;
  }

  #tag() {
    let tag = this.input.byte();
    while (tag === TAG.padding) tag = this.input.byte();
    return tag;
  }

  #peek() {
    while (this.input.peek() === TAG.padding) this.input.byte();
    return this.input.peek();
  }

  read() {
    const value = this.#value(this.#tag());
    // A view follows the buffer that it is of.
    if (value instanceof ArrayBuffer && this.#peek() === TAG.view) return this.#view(value);
    return value;
  }

  #value(tag) {
    const { input } = this;
    switch (tag) {
      case TAG.undefined: return undefined;
      case TAG.null: return null;
      case TAG.true: return true;
      case TAG.false: return false;
      case TAG.int32: return input.zigzag();
      case TAG.uint32: return input.varint();
      case TAG.double: return input.double();
      case TAG.bigint: return this.#bigint();
      case TAG.latin1: case TAG.utf16: case TAG.utf8: return this.#string(tag);
      case TAG.reference: return this.#known();
      default: return this.#object(tag, this.#next++);
    }
  }

  #known() {
    const id = this.input.varint();
    if (!this.#objects.has(id)) throw new Malformed();
    return this.#objects.get(id);
  }

  #string(tag) {
    const size = this.input.varint();
    if (tag === TAG.latin1) return this.input.latin1(size);
    if (tag === TAG.utf16) return this.input.utf16(size);
    if (tag === TAG.utf8) return Buffer.from(this.input.bytes(size)).toString('utf8');
    throw new Malformed();
  }

  #bigint() {
    const field = this.input.varint();
    const bytes = this.input.bytes(field >>> 1);
    let hex = '';
    for (const byte of bytes) hex = byte.toString(16).padStart(2, '0') + hex;
    const value = hex === '' ? 0n : BigInt(`0x${hex}`);
    return field & 1 ? -value : value;
  }

  #keep(id, value) {
    this.#objects.set(id, value);
    return value;
  }

  #object(tag, id) {
    const { input } = this;
    switch (tag) {
      case TAG.beginObject: return this.#properties(this.#keep(id, {}), TAG.endObject);
      case TAG.beginDense: return this.#dense(id);
      case TAG.beginSparse: return this.#sparse(id);
      case TAG.date: return this.#keep(id, new Date(input.double()));
      case TAG.trueObject: return this.#keep(id, Object(true));
      case TAG.falseObject: return this.#keep(id, Object(false));
      case TAG.numberObject: return this.#keep(id, Object(input.double()));
      case TAG.bigintObject: return this.#keep(id, Object(this.#bigint()));
      case TAG.stringObject: return this.#keep(id, Object(this.#string(this.#tag())));
      case TAG.regexp: return this.#keep(id, this.#regexp());
      case TAG.beginMap: return this.#map(this.#keep(id, new Map()));
      case TAG.beginSet: return this.#set(this.#keep(id, new Set()));
      case TAG.buffer: case TAG.resizable: return this.#keep(id, this.#buffer(tag));
      case TAG.transferred: return this.#keep(id, this.#transfer());
      case TAG.error: return this.#error(id);
      case TAG.host: return this.#keep(id, this.#host());
      default: throw new Malformed();
    }
  }

  #host() {
    if (typeof this.#owner._readHostObject !== 'function') throw new codes.ERR_METHOD_NOT_IMPLEMENTED('_readHostObject()');
    return this.#owner._readHostObject();
  }

  /** Pairs up to the tag `end` and their number, which has to be right. */
  #properties(object, end) {
    let count = 0;
    while (this.#peek() !== end) {
      const key = this.read();
      if (typeof key !== 'string' && typeof key !== 'number') throw new Malformed();
      define(object, key, this.read());
      count++;
    }
    this.#tag();
    if (this.input.varint() !== count) throw new Malformed();
    return object;
  }

  #dense(id) {
    const length = this.input.varint();
    // Each element takes a byte at least.
    if (length > this.input.left) throw new Malformed();
    const array = this.#keep(id, new Array(length));
    for (let index = 0; index < length; index++) {
      if (this.#peek() === TAG.theHole) this.#tag();
      else array[index] = this.read();
    }
    this.#properties(array, TAG.endDense);
    if (this.input.varint() !== length) throw new Malformed();
    return array;
  }

  #sparse(id) {
    const length = this.input.varint();
    const array = this.#keep(id, []);
    array.length = length;
    this.#properties(array, TAG.endSparse);
    if (this.input.varint() !== length) throw new Malformed();
    return array;
  }

  #regexp() {
    const source = this.#string(this.#tag());
    const bits = this.input.varint();
    try {
      return new RegExp(source, REGEXP_FLAGS.filter((_, bit) => bits & (1 << bit)).join(''));
    } catch {
      throw new Malformed();
    }
  }

  #map(map) {
    let count = 0;
    while (this.#peek() !== TAG.endMap) {
      map.set(this.read(), this.read());
      count += 2;
    }
    this.#tag();
    if (this.input.varint() !== count) throw new Malformed();
    return map;
  }

  #set(set) {
    let count = 0;
    while (this.#peek() !== TAG.endSet) {
      set.add(this.read());
      count++;
    }
    this.#tag();
    if (this.input.varint() !== count) throw new Malformed();
    return set;
  }

  #buffer(tag) {
    const length = this.input.varint();
    const limit = tag === TAG.resizable ? this.input.varint() : undefined;
    const bytes = this.input.bytes(length);
    if (limit === undefined) return bytes.slice().buffer;
    if (limit < length) throw new Malformed();
    const buffer = new ArrayBuffer(length, { maxByteLength: limit });
    new Uint8Array(buffer).set(bytes);
    return buffer;
  }

  #transfer() {
    const id = this.input.varint();
    if (!this.transferred.has(id)) throw new Malformed();
    return this.transferred.get(id);
  }

  #view(buffer) {
    const { input } = this;
    this.#tag();
    const id = this.#next++;
    const constructor = VIEWS.get(input.byte());
    const offset = input.varint();
    const length = input.varint();
    if (this.version >= 14) input.varint();
    if (constructor === undefined) throw new Malformed();
    const size = constructor.BYTES_PER_ELEMENT ?? 1;
    if (offset + length > buffer.byteLength || offset % size !== 0 || length % size !== 0) throw new Malformed();
    return this.#keep(id, new constructor(buffer, offset, length / size));
  }

  #error(id) {
    let Class = Error;
    const error = {};
    for (let part = this.input.byte(); part !== ERROR_PART.end; part = this.input.byte()) {
      if (part === ERROR_PART.message) error.message = this.#string(this.#tag());
      else if (part === ERROR_PART.stack) error.stack = this.#string(this.#tag());
      else if (part === ERROR_PART.cause) error.cause = this.read();
      else if (ERRORS.has(part)) Class = ERRORS.get(part);
      else throw new Malformed();
    }
    const made = this.#keep(id, new Class());
    const hidden = (key) => Object.defineProperty(made, key, { value: error[key], writable: true, configurable: true });
    for (const key of ['stack', 'message', 'cause']) if (key in error) hidden(key);
    return made;
  }
}

class Deserializer {
  #reader;

  constructor(buffer) {
    if (!ArrayBuffer.isView(buffer)) {
      throw Object.assign(new TypeError('buffer must be a TypedArray or a DataView'), { code: 'ERR_INVALID_ARG_TYPE' });
    }
    this.buffer = buffer;
    this.#reader = new Reader(this, buffer);
  }

  /** Whatever the bytes lack is told in the same words. */
  #attempt(read, text) {
    try {
      return read(this.#reader.input);
    } catch (error) {
      throw error instanceof Malformed ? new Error(text) : error;
    }
  }

  readHeader() {
    const text = 'Unable to deserialize cloned data due to invalid or unsupported version.';
    if (!this.#attempt(() => this.#reader.header(), text)) throw new Error(text);
    return true;
  }

  readValue() {
    return this.#attempt(() => this.#reader.read(), 'Unable to deserialize cloned data.');
  }

  getWireFormatVersion() {
    return this.#reader.version;
  }

  transferArrayBuffer(id, arrayBuffer) {
    this.#reader.transferred.set(id >>> 0, arrayBuffer);
  }

  readUint32() {
    return this.#attempt((input) => input.varint(), 'ReadUint32() failed');
  }

  readUint64() {
    const value = this.#attempt((input) => input.varint64(), 'ReadUint64() failed');
    return [Number(value >> 32n), Number(value & 0xffffffffn)];
  }

  readDouble() {
    return this.#attempt((input) => input.double(), 'ReadDouble() failed');
  }

  _readRawBytes(length) {
    return this.#attempt((input) => input.skip(length), 'ReadRawBytes() failed');
  }

  readRawBytes(length) {
    const offset = this._readRawBytes(length);
    return Buffer.from(this.buffer.buffer, this.buffer.byteOffset + offset, length);
  }
}

module.exports = { Deserializer };
