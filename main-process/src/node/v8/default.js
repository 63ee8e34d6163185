'use strict';

const { Buffer } = require('node/buffer');
const { Serializer } = require('./serializer');
const { Deserializer } = require('./deserializer');

// In the order of their numbers on the wire; the tenth is Buffer.
const VIEWS = [
  Int8Array, Uint8Array, Uint8ClampedArray, Int16Array, Uint16Array, Int32Array, Uint32Array, Float32Array, Float64Array,
  DataView, Buffer, BigInt64Array, BigUint64Array,
];

/** As `Serializer`, but typed arrays are written without the rest of their buffer, and buffers as buffers. */
class DefaultSerializer extends Serializer {
  constructor() {
    super();
    this._setTreatArrayBufferViewsAsHostObjects(true);
  }

  _writeHostObject(view) {
    const name = Object.prototype.toString.call(view).slice(8, -1);
    const number = view.constructor === Buffer ? 10 : VIEWS.findIndex((constructor) => constructor.name === name);
    if (number === -1) throw new this._getDataCloneError(`Unserializable host object: ${require('internal/inspect').inspect(view)}`);
    this.writeUint32(number);
    this.writeUint32(view.byteLength);
    this.writeRawBytes(new Uint8Array(view.buffer, view.byteOffset, view.byteLength));
  }
}

class DefaultDeserializer extends Deserializer {
  _readHostObject() {
    const constructor = VIEWS[this.readUint32()];
    if (constructor === undefined) throw new Error('Unable to deserialize cloned data.');
    const length = this.readUint32();
    const offset = this.buffer.byteOffset + this._readRawBytes(length);
    const size = constructor.BYTES_PER_ELEMENT || 1;
    const make = (buffer, at) => (constructor === Buffer ? Buffer.from(buffer, at, length) : new constructor(buffer, at, length / size));
    if (length % size !== 0) throw new Error('Unable to deserialize cloned data.');
    if (offset % size === 0) return make(this.buffer.buffer, offset);
    return make(this.buffer.buffer.slice(offset, offset + length), 0);
  }
}

function serialize(value) {
  const serializer = new DefaultSerializer();
  serializer.writeHeader();
  serializer.writeValue(value);
  return serializer.releaseBuffer();
}

function deserialize(buffer) {
  const deserializer = new DefaultDeserializer(buffer);
  deserializer.readHeader();
  return deserializer.readValue();
}

module.exports = { DefaultSerializer, DefaultDeserializer, serialize, deserialize };
