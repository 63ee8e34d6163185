'use strict';

const { codes } = require('internal/errors');
const { validateBoolean, validateFunction, validateInt32, validateObject } = require('internal/validators');
const { bytesOfBigInt, bigIntOf, isData, settle, viewOf } = require('./bytes');

const NO_BYTES = new Uint8Array(0);
const TYPES = ['ArrayBuffer', 'TypedArray', 'Buffer', 'DataView', 'bigint'];

function numberBytes(value, name) {
  if (typeof value === 'bigint') return bytesOfBigInt(value, name);
  if (!isData(value)) throw new codes.ERR_INVALID_ARG_TYPE(name, TYPES, value);
  return viewOf(value);
}

const invalid = (name) =>
  Object.assign(new RangeError(`invalid options.${name}`), { code: 'ERR_OUT_OF_RANGE' });

function checkCongruence(size, add, rem) {
  const addend = bigIntOf(add.slice());
  if (addend.toString(2).length > size) {
    throw invalid('add');
  }
  if (rem.length > 0 && addend <= bigIntOf(rem.slice())) {
    throw invalid('rem');
  }
}

function generateArguments(size, options) {
  validateInt32(size, 'size', 1);
  validateObject(options, 'options');
  const { safe = false, bigint = false, add, rem } = options;
  validateBoolean(safe, 'options.safe');
  validateBoolean(bigint, 'options.bigint');
  const addBytes = add === undefined ? NO_BYTES : numberBytes(add, 'options.add');
  const remBytes = rem === undefined ? NO_BYTES : numberBytes(rem, 'options.rem');
  if (add !== undefined) checkCongruence(size, addBytes, remBytes);
  const convert = (bytes) => bigint ? bigIntOf(bytes) : bytes.buffer;
  return { given: [size, safe, addBytes, remBytes], convert };
}

function generatePrime(size, options, callback) {
  if (typeof options === 'function') [callback, options] = [options, {}];
  validateFunction(callback, 'callback');
  const { given, convert } = generateArguments(size, options);
  native.generatePrime(...given, settle(callback, convert));
}

function generatePrimeSync(size, options = {}) {
  const { given, convert } = generateArguments(size, options);
  return convert(native.generatePrime(...given));
}

function checkArguments(candidate, options) {
  const bytes = numberBytes(candidate, 'candidate');
  validateObject(options, 'options');
  // The test that is made here is stronger than any number of rounds with random bases.
  validateInt32(options.checks ?? 0, 'options.checks', 0);
  return bytes;
}

function checkPrime(candidate, options = {}, callback = undefined) {
  if (typeof options === 'function') [callback, options] = [options, {}];
  validateFunction(callback, 'callback');
  native.checkPrime(checkArguments(candidate, options), settle(callback));
}

function checkPrimeSync(candidate, options = {}) {
  return native.checkPrime(checkArguments(candidate, options));
}

module.exports = { generatePrime, generatePrimeSync, checkPrime, checkPrimeSync };
