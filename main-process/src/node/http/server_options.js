'use strict';

const { codes } = require('internal/errors');
const { validateBoolean, validateInteger } = require('internal/validators');
const { IncomingMessage } = require('./incoming');
const { ServerResponse } = require('./response');

const kMessageClass = Symbol('IncomingMessage');
const kResponseClass = Symbol('ServerResponse');
const kOptions = Symbol('http.server.options');
const kParsers = Symbol('http.server.connections');

function integer(options, name, fallback) {
  const value = options[name];
  if (value === undefined) return fallback;
  validateInteger(value, name, 0);
  return value;
}

function boolean(options, name, fallback) {
  const value = options[name];
  if (value === undefined) return fallback;
  validateBoolean(value, `options.${name}`);
  return value;
}

/** Keeps what `createServer` was given, in the places where Node keeps it: servers of other protocols call this too. */
function storeHTTPOptions(options) {
  this[kMessageClass] = options.IncomingMessage || IncomingMessage;
  this[kResponseClass] = options.ServerResponse || ServerResponse;
  this.maxHeaderSize = integer(options, 'maxHeaderSize', undefined);
  this.insecureHTTPParser = boolean(options, 'insecureHTTPParser', undefined);
  this.requestTimeout = integer(options, 'requestTimeout', 300_000);
  this.headersTimeout = integer(options, 'headersTimeout', Math.min(60_000, this.requestTimeout || 60_000));
  if (this.requestTimeout > 0 && this.headersTimeout > 0 && this.headersTimeout > this.requestTimeout) {
    throw new codes.ERR_OUT_OF_RANGE('headersTimeout', '<= requestTimeout', this.headersTimeout);
  }
  this.keepAliveTimeout = integer(options, 'keepAliveTimeout', 5_000);
  this.connectionsCheckingInterval = integer(options, 'connectionsCheckingInterval', 30_000);
  this.joinDuplicateHeaders = boolean(options, 'joinDuplicateHeaders', undefined);
  const { highWaterMark } = options;
  const rejectNonStandardBodyWrites = boolean(options, 'rejectNonStandardBodyWrites', false);
  const isUsual = highWaterMark === undefined && !rejectNonStandardBodyWrites;
  this[kOptions] = {
    requireHostHeader: boolean(options, 'requireHostHeader', true),
    response: isUsual && this[kResponseClass] === ServerResponse ? undefined : { highWaterMark, rejectNonStandardBodyWrites },
  };
}

module.exports = { storeHTTPOptions, kMessageClass, kResponseClass, kOptions, kParsers };
