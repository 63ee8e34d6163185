'use strict';

const { codes } = require('internal/errors');
const types = require('internal/types');
const { Buffer } = require('node/buffer');
const { Output } = require('./output');
const { VERSION, TAG, VIEWS, ERRORS, ERROR_PART, REGEXP_FLAGS } = require('./tags');

const isLatin1 = (text) => {
  for (let index = 0; index < text.length; index++) if (text.charCodeAt(index) > 0xff) return false;
  return true;
};

function named(value) {
  if (typeof value === 'function') return Function.prototype.toString.call(value);
  if (typeof value === 'symbol') return String(value);
  const name = value.constructor?.name;
  return `#<${typeof name === 'string' && name !== '' ? name : 'Object'}>`;
}

/** Kinds of objects with a form of their own, and how each is written. */
const WRITERS = [
  [types.isDate, (self, value) => self.tagged(TAG.date).double(Date.prototype.getTime.call(value))],
  [types.isBoxedPrimitive, writeBoxed],
  [types.isRegExp, writeRegExp],
  [types.isMap, (self, value) => self.writeEntries(TAG.beginMap, TAG.endMap, [...Map.prototype.entries.call(value)].flat())],
  [types.isSet, (self, value) => self.writeEntries(TAG.beginSet, TAG.endSet, [...Set.prototype.values.call(value)])],
  [types.isArrayBuffer, writeBuffer],
  [types.isNativeError, writeError],
];

const REFUSED = [
  types.isPromise, types.isProxy, types.isWeakMap, types.isWeakSet, types.isGeneratorObject, types.isModuleNamespaceObject,
  (value) => value instanceof WeakRef,
];

function writeBoxed(self, value) {
  const inner = value.valueOf();
  switch (typeof inner) {
    case 'boolean': return self.tagged(inner ? TAG.trueObject : TAG.falseObject);
    case 'number': return self.tagged(TAG.numberObject).double(inner);
    case 'bigint':
      self.tagged(TAG.bigintObject);
      return self.writeBigint(inner);
    case 'string':
      self.tagged(TAG.stringObject);
      return self.writeString(inner);
    default: return self.refuse(value);
  }
}

function writeRegExp(self, value) {
  self.tagged(TAG.regexp);
  self.writeString(value.source);
  let bits = 0;
  REGEXP_FLAGS.forEach((flag, bit) => {
    if (value.flags.includes(flag)) bits |= 1 << bit;
  });
  self.output.varint(bits);
}

function writeBuffer(self, value) {
  const id = self.transferred.get(value);
  if (id !== undefined) return self.tagged(TAG.transferred).varint(id);
  if (value.detached) throw self.failure('An ArrayBuffer is detached and could not be cloned.');
  const output = self.tagged(value.resizable ? TAG.resizable : TAG.buffer);
  output.varint(value.byteLength);
  if (value.resizable) output.varint(value.maxByteLength);
  return output.raw(new Uint8Array(value));
}

function writeError(self, value) {
  self.tagged(TAG.error);
  const own = (key) => {
    const found = Object.getOwnPropertyDescriptor(value, key);
    return found !== undefined && 'value' in found ? found.value : undefined;
  };
  for (const [letter, constructor] of ERRORS) if (String(value.name) === constructor.name) self.output.byte(letter);
  const message = own('message');
  if (message !== undefined) {
    self.output.byte(ERROR_PART.message);
    self.writeString(String(message));
  }
  if (Object.hasOwn(value, 'cause')) {
    self.output.byte(ERROR_PART.cause);
    self.write(own('cause'));
  }
  if (typeof value.stack === 'string') {
    self.output.byte(ERROR_PART.stack);
    self.writeString(value.stack);
  }
  self.output.byte(ERROR_PART.end);
}

/** The format itself; what a subclass of `Serializer` decides it asks of its `owner`. */
class Writer {
  output = new Output();
  transferred = new Map();
  viewsAreHostObjects = false;
  #ids = new Map();
  #owner;

  constructor(owner) {
    this.#owner = owner;
  }

  header() {
    this.output.byte(TAG.version);
    this.output.varint(VERSION);
  }

  tagged(tag) {
    this.output.byte(tag);
    return this.output;
  }

  failure(text) {
    return new this.#owner._getDataCloneError(text);
  }

  refuse(value) {
    throw this.failure(`${named(value)} could not be cloned.`);
  }

  write(value) {
    switch (typeof value) {
      case 'undefined': return this.tagged(TAG.undefined);
      case 'boolean': return this.tagged(value ? TAG.true : TAG.false);
      case 'number':
        if ((value | 0) === value && !Object.is(value, -0)) return this.tagged(TAG.int32).zigzag(value);
        return this.tagged(TAG.double).double(value);
      case 'bigint':
        this.tagged(TAG.bigint);
        return this.writeBigint(value);
      case 'string': return this.writeString(value);
      case 'object': return value === null ? this.tagged(TAG.null) : this.#object(value);
      default: return this.refuse(value);
    }
  }

  writeString(text) {
    const { output } = this;
    if (isLatin1(text)) {
      output.byte(TAG.latin1);
      output.varint(text.length);
      return output.latin1(text);
    }
    const size = text.length * 2;
    let digits = 1;
    for (let rest = size; rest >= 0x80; rest = Math.floor(rest / 0x80)) digits++;
    // The characters stand at an even place.
    if ((output.length + 1 + digits) & 1) output.byte(TAG.padding);
    output.byte(TAG.utf16);
    output.varint(size);
    return output.utf16(text);
  }

  writeBigint(value) {
    const negative = value < 0n;
    let hex = (negative ? -value : value).toString(16);
    // Whole digits of 64 bits, the lowest first.
    const bytes = value === 0n ? 0 : Math.ceil(hex.length / 16) * 8;
    hex = hex.padStart(bytes * 2, '0');
    this.output.varint(bytes * 2 + Number(negative));
    for (let at = bytes * 2 - 2; at >= 0; at -= 2) this.output.byte(parseInt(hex.slice(at, at + 2), 16));
  }

  writeEntries(begin, end, list) {
    this.output.byte(begin);
    for (const value of list) this.write(value);
    this.output.byte(end);
    this.output.varint(list.length);
  }

  #object(value) {
    const known = this.#ids.get(value);
    if (known !== undefined) return this.tagged(TAG.reference).varint(known);
    if (ArrayBuffer.isView(value) && !this.viewsAreHostObjects) this.#object(value.buffer);
    this.#ids.set(value, this.#ids.size);
    if (Array.isArray(value) && !types.isProxy(value)) return this.#array(value);
    if (ArrayBuffer.isView(value)) return this.viewsAreHostObjects ? this.#host(value) : this.#view(value);
    for (const [is, write] of WRITERS) if (is(value)) return write(this, value);
    if (types.isSharedArrayBuffer(value)) return this.tagged(TAG.shared).varint(this.#owner._getSharedArrayBufferId(value));
    if (REFUSED.some((is) => is(value))) return this.refuse(value);
    if (types.isExternal?.(value)) return this.#host(value);
    return this.#properties(value, TAG.beginObject, TAG.endObject);
  }

  #host(value) {
    this.output.byte(TAG.host);
    if (typeof this.#owner._writeHostObject !== 'function') throw new codes.ERR_METHOD_NOT_IMPLEMENTED('_writeHostObject()');
    return this.#owner._writeHostObject(value);
  }

  #view(value) {
    for (const [letter, constructor] of VIEWS) {
      if (!(value instanceof constructor)) continue;
      this.output.byte(TAG.view);
      this.output.byte(letter);
      this.output.varint(value.byteOffset);
      this.output.varint(value.byteLength);
      return this.output.varint(0);
    }
    return this.refuse(value);
  }

  #array(value) {
    const { length } = value;
    const keys = Object.keys(value);
    let dense = keys.length >= length;
    for (let index = 0; dense && index < length; index++) dense = Object.hasOwn(value, index);
    if (!dense) {
      this.output.byte(TAG.beginSparse);
      this.output.varint(length);
      return this.#entries(value, keys, TAG.endSparse, length);
    }
    this.output.byte(TAG.beginDense);
    this.output.varint(length);
    for (let index = 0; index < length; index++) {
      // A getter may have made it shorter meanwhile.
      if (index in value) this.write(value[index]);
      else this.output.byte(TAG.theHole);
    }
    return this.#entries(value, keys.slice(length), TAG.endDense, length);
  }

  #properties(value, begin, end) {
    this.output.byte(begin);
    return this.#entries(value, Object.keys(value), end);
  }

  #entries(value, keys, end, length) {
    let count = 0;
    for (const key of keys) {
      if (!Object.hasOwn(value, key)) continue;
      const index = Number(key);
      this.write(index >>> 0 === index && String(index) === key ? index : key);
      this.write(value[key]);
      count++;
    }
    this.output.byte(end);
    this.output.varint(count);
    if (length !== undefined) this.output.varint(length);
  }
}

class Serializer {
  #writer = new Writer(this);

  writeHeader() {
    this.#writer.header();
  }

  writeValue(value) {
    this.#writer.write(value);
    return true;
  }

  releaseBuffer() {
    const bytes = this.#writer.output.release();
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  transferArrayBuffer(id, arrayBuffer) {
    this.#writer.transferred.set(arrayBuffer, id >>> 0);
  }

  writeUint32(value) {
    this.#writer.output.varint(value >>> 0);
  }

  writeUint64(high, low) {
    let value = (BigInt(high >>> 0) << 32n) | BigInt(low >>> 0);
    for (; value >= 0x80n; value >>= 7n) this.#writer.output.byte(Number(value & 0x7fn) | 0x80);
    this.#writer.output.byte(Number(value));
  }

  writeDouble(value) {
    this.#writer.output.double(+value);
  }

  writeRawBytes(source) {
    if (!ArrayBuffer.isView(source) && !types.isAnyArrayBuffer(source)) {
      throw new codes.ERR_INVALID_ARG_TYPE('source', ['ArrayBuffer', 'Buffer', 'TypedArray', 'DataView'], source);
    }
    this.#writer.output.raw(ArrayBuffer.isView(source) ? new Uint8Array(source.buffer, source.byteOffset, source.byteLength) : new Uint8Array(source));
  }

  _setTreatArrayBufferViewsAsHostObjects(flag) {
    this.#writer.viewsAreHostObjects = !!flag;
  }

  _getSharedArrayBufferId() {
    throw new codes.ERR_METHOD_NOT_IMPLEMENTED('_getSharedArrayBufferId()');
  }
}

Serializer.prototype._getDataCloneError = Error;

module.exports = { Serializer };
