'use strict';

const { Buffer } = require('node/buffer');
const { codes } = require('internal/errors');
const { utcDate } = require('./date');
const { chunkExpression } = require('./parser');
const { smallName, validateHeaderName, validateHeaderValue } = require('./validation');
const { kOutHeaders, kUniqueHeaders } = require('./outgoing_headers');

const closeExpression = /(?:^|\W)close(?:$|\W)/i;

/** What the fields of a head said, while it is put together. */
class Lines {
  constructor(message, text) {
    this.message = message;
    this.text = text;
    this.connection = false;
    this.contLen = false;
    this.te = false;
    this.date = false;
    this.expect = false;
    this.trailer = false;
  }

  addAll(headers, isChecked) {
    if (isChecked) {
      for (const key of Object.keys(headers)) this.add(headers[key][0], headers[key][1], false);
    } else if (!Array.isArray(headers)) {
      for (const key of Object.keys(headers)) this.add(key, headers[key], true);
    } else if (headers.length > 0 && Array.isArray(headers[0])) {
      for (const [name, value] of headers) this.add(name, value, true);
    } else {
      if (headers.length % 2 !== 0) throw new codes.ERR_INVALID_ARG_VALUE('headers', headers);
      for (let index = 0; index < headers.length; index += 2) this.add(headers[index], headers[index + 1], true);
    }
  }

  add(name, value, checks) {
    if (checks) validateHeaderName(name);
    if (!Array.isArray(value)) {
      this.line(name, value, checks);
      return;
    }
    const unique = this.message[kUniqueHeaders];
    const isUnique = !!unique && unique.has(name.toLowerCase());
    // Cookies of a request share a line, too.
    if (isUnique || (value.length >= 2 && name.toLowerCase() === 'cookie')) this.line(name, value.join('; '), checks);
    else for (const one of value) this.line(name, one, checks);
  }

  line(name, value, checks) {
    if (checks) validateHeaderValue(name, value);
    const key = smallName(name) ?? `${name}`.toLowerCase();
    if (key === 'content-disposition' && this.message._contentLength && typeof value === 'string') {
      value = Buffer.from(value, 'latin1').toString();
    }
    this.text += `${name}: ${value}\r\n`;
    this.note(key, value);
  }

  note(key, value) {
    const { message } = this;
    switch (key) {
      case 'connection':
        this.connection = true;
        message._removedConnection = false;
        if (closeExpression.test(value)) message._last = true;
        else message.shouldKeepAlive = true;
        break;
      case 'transfer-encoding':
        this.te = true;
        message._removedTE = false;
        if (chunkExpression.test(value)) message.chunkedEncoding = true;
        break;
      case 'content-length':
        this.contLen = true;
        message._contentLength = +value;
        message._removedContLen = false;
        break;
      case 'date':
      case 'expect':
      case 'trailer':
        this[key] = true;
        break;
      case 'keep-alive':
        message._defaultKeepAlive = false;
        break;
      default:
    }
  }
}

/** Puts a message's head together and says what follows from it for the body. */
function storeHeader(firstLine, headers) {
  const lines = new Lines(this, firstLine);
  if (headers) lines.addAll(headers, headers === this[kOutHeaders]);
  if (this.sendDate && !lines.date) lines.text += `Date: ${utcDate()}\r\n`;
  // These have no body, and so no end of it either: only the connection's end is certain.
  if (this.chunkedEncoding && (this.statusCode === 204 || this.statusCode === 304)) {
    this.chunkedEncoding = false;
    this.shouldKeepAlive = false;
  }
  lines.text += connectionLines(this, lines);
  if (!lines.contLen && !lines.te) lines.text += lengthLines(this, lines);
  if (this.chunkedEncoding !== true && lines.trailer) throw new codes.ERR_HTTP_TRAILER_INVALID();
  this._header = `${lines.text}\r\n`;
  this._headerSent = false;
  // Whoever expects something of the other side has to be heard before there is a body.
  if (lines.expect) this._send('');
}

function connectionLines(message, lines) {
  if (message._removedConnection) {
    message._last = !message.shouldKeepAlive;
    return '';
  }
  if (lines.connection) return '';
  const keeps = message.shouldKeepAlive && (lines.contLen || message.useChunkedEncodingByDefault || message.agent);
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

function lengthLines(message, lines) {
  if (!message._hasBody) {
    // No last chunk is to follow.
    message.chunkedEncoding = false;
  } else if (!message.useChunkedEncodingByDefault) {
    message._last = true;
  } else if (!lines.trailer && !message._removedContLen && typeof message._contentLength === 'number') {
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
