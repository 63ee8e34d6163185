'use strict';

const { Buffer } = require('node/buffer');
const { codes } = require('internal/errors');
const { utcDate } = require('./date');
const { chunkExpression } = require('./parser');
const { nameOf, validateHeaderName, validateHeaderValue, PLAIN, LENGTH } = require('./validation');
const { kOutHeaders, kUniqueHeaders } = require('./outgoing_headers');

const closeExpression = /(?:^|\W)close(?:$|\W)/i;

// What the fields of a head have said.
const CONNECTION = 1;
const CONTENT_LENGTH = 2;
const CODING = 4;
const DATE = 8;
const EXPECT = 16;
const TRAILER = 32;

// The lines of the head that is being put together, and what they said. One at a time, and never left half done.
let text = '';
let said = 0;

function addAll(message, headers) {
  if (headers === message[kOutHeaders]) {
    for (const key of Object.keys(headers)) {
      const entry = headers[key];
      add(message, entry[0], entry[1], false);
    }
  } else if (!Array.isArray(headers)) {
    for (const key of Object.keys(headers)) add(message, key, headers[key], true);
  } else if (headers.length > 0 && Array.isArray(headers[0])) {
    for (const [name, value] of headers) add(message, name, value, true);
  } else {
    if (headers.length % 2 !== 0) throw new codes.ERR_INVALID_ARG_VALUE('headers', headers);
    for (let index = 0; index < headers.length; index += 2) add(message, headers[index], headers[index + 1], true);
  }
}

function add(message, name, value, checks) {
  if (checks) validateHeaderName(name);
  if (!Array.isArray(value)) {
    addLine(message, name, value, checks);
    return;
  }
  const isUnique = message[kUniqueHeaders]?.has(name.toLowerCase());
  // Cookies of a request share a line, too.
  if (isUnique || (value.length >= 2 && name.toLowerCase() === 'cookie')) addLine(message, name, value.join('; '), checks);
  else for (const one of value) addLine(message, name, one, checks);
}

function addLine(message, name, value, checks) {
  if (checks) validateHeaderValue(name, value);
  const known = nameOf(name) ?? { small: `${name}`.toLowerCase(), kind: PLAIN };
  if (known.kind === LENGTH) {
    said |= CONTENT_LENGTH;
    message._contentLength = +value;
    message._removedContLen = false;
  } else if (known.kind !== PLAIN) {
    value = note(message, known.small, value);
  }
  text += `${name}: ${value}\r\n`;
}

/** Heeds what the field says; the value, as it is to be written. */
function note(message, key, value) {
  switch (key) {
    case 'connection':
      said |= CONNECTION;
      message._removedConnection = false;
      if (closeExpression.test(value)) message._last = true;
      else message.shouldKeepAlive = true;
      break;
    case 'transfer-encoding':
      said |= CODING;
      message._removedTE = false;
      if (chunkExpression.test(value)) message.chunkedEncoding = true;
      break;
    case 'date':
      said |= DATE;
      break;
    case 'expect':
      said |= EXPECT;
      break;
    case 'trailer':
      said |= TRAILER;
      break;
    case 'keep-alive':
      message._defaultKeepAlive = false;
      break;
    case 'content-disposition':
      // With a length known the head goes out with the body, as UTF-8, which Latin-1 in it must survive.
      if (message._contentLength && typeof value === 'string') return Buffer.from(value, 'latin1').toString();
      break;
    default:
  }
  return value;
}

/** Puts a message's head together and says what follows from it for the body. */
function storeHeader(firstLine, headers) {
  text = firstLine;
  said = 0;
  if (headers) addAll(this, headers);
  if (this.sendDate && (said & DATE) === 0) text += `Date: ${utcDate()}\r\n`;
  // These have no body, and so no end of it either: only the connection's end is certain.
  if (this.chunkedEncoding && (this.statusCode === 204 || this.statusCode === 304)) {
    this.chunkedEncoding = false;
    this.shouldKeepAlive = false;
  }
  text += connectionLines(this);
  if ((said & (CONTENT_LENGTH | CODING)) === 0) text += lengthLines(this);
  if (this.chunkedEncoding !== true && (said & TRAILER) !== 0) throw new codes.ERR_HTTP_TRAILER_INVALID();
  this._header = `${text}\r\n`;
  this._headerSent = false;
  // Whoever expects something of the other side has to be heard before there is a body.
  if ((said & EXPECT) !== 0) this._send('');
}

function connectionLines(message) {
  if (message._removedConnection) {
    message._last = !message.shouldKeepAlive;
    return '';
  }
  if ((said & CONNECTION) !== 0) return '';
  const keeps = message.shouldKeepAlive &&
    ((said & CONTENT_LENGTH) !== 0 || message.useChunkedEncodingByDefault || message.agent);
  if (!keeps) {
    message._last = true;
    return 'Connection: close\r\n';
  }
  if (message.maxRequestsOnConnectionReached) return 'Connection: close\r\n';
  return `Connection: keep-alive\r\n${keepAliveLine(message)}`;
}

function keepAliveLine(message) {
  if (!message._keepAliveTimeout || !message._defaultKeepAlive) return '';
  const max = ~~message._maxRequestsPerSocket > 0 ? `, max=${message._maxRequestsPerSocket}` : '';
  return `Keep-Alive: timeout=${Math.floor(message._keepAliveTimeout / 1000)}${max}\r\n`;
}

function lengthLines(message) {
  if (!message._hasBody) {
    // No last chunk is to follow.
    message.chunkedEncoding = false;
  } else if (!message.useChunkedEncodingByDefault) {
    message._last = true;
  } else if ((said & TRAILER) === 0 && !message._removedContLen && typeof message._contentLength === 'number') {
    return `Content-Length: ${message._contentLength}\r\n`;
  } else if (!message._removedTE) {
    message.chunkedEncoding = true;
    return 'Transfer-Encoding: chunked\r\n';
  } else {
    // Only the connection's end can tell where the body ends.
    message._last = true;
  }
  return '';
}

module.exports = { storeHeader, keepAliveLine };
