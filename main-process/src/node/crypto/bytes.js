'use strict';

// What scripts give as data, as bytes; and bytes as what scripts asked for.

const { codes } = require('internal/errors');
const { isAnyArrayBuffer } = require('internal/types');
const { validateString } = require('internal/validators');
const { Buffer, kMaxLength } = require('node/buffer');

// The most that Node's natives take at once.
const MAX_LENGTH = Math.min(kMaxLength, 2 ** 31 - 1);

const isData = (value) => ArrayBuffer.isView(value) || isAnyArrayBuffer(value);

/** The memory of a view or a buffer as a Uint8Array. */
function viewOf(value) {
  if (value instanceof Uint8Array) return value;
  if (ArrayBuffer.isView(value)) return new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
  return new Uint8Array(value);
}

const fromText = (text, encoding) => Buffer.from(text, encoding === 'buffer' || !encoding ? 'utf8' : encoding);

const DATA = ['string', 'ArrayBuffer', 'Buffer', 'TypedArray', 'DataView'];

/** Bytes of text, views or buffers; throws for anything else. */
function bytesOf(value, name, encoding = undefined, types = DATA) {
  if (typeof value === 'string') return fromText(value, encoding);
  if (!isData(value)) throw new codes.ERR_INVALID_ARG_TYPE(name, types, value);
  return viewOf(value);
}

/** Bytes of text or a view, but of no bare ArrayBuffer: what `update` takes. */
function chunkOf(value, encoding) {
  if (typeof value === 'string') return fromText(value, encoding);
  if (!ArrayBuffer.isView(value)) {
    throw new codes.ERR_INVALID_ARG_TYPE('data', ['string', 'Buffer', 'TypedArray', 'DataView'], value);
  }
  return viewOf(value);
}

/** Makes a Buffer of a Uint8Array that nobody else has. */
const bufferOf = (bytes) => Object.setPrototypeOf(bytes, Buffer.prototype);

/** Bytes as text if an encoding was named, otherwise as a Buffer. */
function output(bytes, encoding) {
  const buffer = bufferOf(bytes);
  return encoding && encoding !== 'buffer' ? buffer.toString(encoding) : buffer;
}

/** Makes the callback of a native out of a script's: an outcome that is an error comes first. */
const settle = (callback, convert = (value) => value) => (_, value) => {
  if (value instanceof Error) callback(value);
  else callback(null, convert(value));
};

function stringOption(options, key) {
  const value = options?.[key];
  if (value != null) validateString(value, `options.${key}`);
  return value ?? undefined;
}

function uintOption(options, key) {
  const value = options?.[key];
  if (value == null) return undefined;
  if (value >>> 0 !== value) throw new codes.ERR_INVALID_ARG_VALUE(`options.${key}`, value);
  return value;
}

/** A non-negative bigint as big-endian bytes. */
function bytesOfBigInt(value, name) {
  if (value < 0n) throw new codes.ERR_OUT_OF_RANGE(name, '>= 0', value);
  const digits = value.toString(16);
  return Buffer.from(digits.length % 2 ? `0${digits}` : digits, 'hex');
}

const bigIntOf = (bytes) => BigInt(`0x${bufferOf(bytes).toString('hex') || '0'}`);

module.exports = {
  MAX_LENGTH, DATA, isData, viewOf, bytesOf, chunkOf, bufferOf, output, settle, stringOption, uintOption, bytesOfBigInt,
  bigIntOf,
};
