'use strict';

const { codes } = require('internal/errors');
const { validateString } = require('internal/validators');
const { names, nameOf, validateHeaderName, validateHeaderValue, SPECIAL } = require('./validation');

/** The fields that were set: small name to [name, value]. Null until there is one. */
const kOutHeaders = Symbol('kOutHeaders');

const kUniqueHeaders = Symbol('kUniqueHeaders');

// Among the fields: their lines so far, in one text. Null when that has to be made anew, since one was replaced or
// removed; undefined when there is more to it than lines, since one is a list or means something for the whole head.
const kText = Symbol('kText');

const noFields = () => ({ __proto__: null, [kText]: '' });

function refuseIfSent(message, action) {
  if (message._header) throw new codes.ERR_HTTP_HEADERS_SENT(action);
}

function checkName(name) {
  const known = nameOf(name);
  if (known === undefined) validateHeaderName(name);
  return known;
}

const methods = {
  setHeader(name, value) {
    if (this._header) throw new codes.ERR_HTTP_HEADERS_SENT('set');
    const { small, kind } = names.get(name) ?? checkName(name);
    if (typeof value !== 'string' || !native.isValue(value)) validateHeaderValue(name, value);
    const headers = this[kOutHeaders] ?? (this[kOutHeaders] = noFields());
    const text = headers[kText];
    if (kind === SPECIAL || typeof value === 'object') headers[kText] = undefined;
    else if (headers[small] !== undefined) headers[kText] = text === undefined ? undefined : null;
    else if (typeof text === 'string') headers[kText] = `${text}${name}: ${value}\r\n`;
    headers[small] = [name, value];
    return this;
  },

  setHeaders(headers) {
    refuseIfSent(this, 'set');
    if (!headers || Array.isArray(headers) || typeof headers.keys !== 'function' || typeof headers.get !== 'function') {
      throw new codes.ERR_INVALID_ARG_TYPE('headers', ['Headers', 'Map'], headers);
    }
    // A field that may only come in lines of its own is given once for each.
    const cookies = [];
    for (const [name, value] of headers) {
      if (name === 'set-cookie') cookies.push(...(Array.isArray(value) ? value : [value]));
      else this.setHeader(name, value);
    }
    if (cookies.length > 0) this.setHeader('set-cookie', cookies);
    return this;
  },

  appendHeader(name, value) {
    refuseIfSent(this, 'append');
    const { small } = checkName(name);
    validateHeaderValue(name, value);
    const headers = (this[kOutHeaders] ??= noFields());
    headers[kText] = undefined;
    const before = headers[small];
    if (before === undefined) {
      headers[small] = [name, value];
      return this;
    }
    if (!Array.isArray(before[1])) before[1] = [before[1]];
    if (Array.isArray(value)) before[1].push(...value);
    else before[1].push(value);
    return this;
  },

  getHeader(name) {
    validateString(name, 'name');
    const headers = this[kOutHeaders];
    if (headers === null) return undefined;
    const entry = headers[name.toLowerCase()];
    return entry === undefined ? undefined : entry[1];
  },

  getHeaderNames() {
    return this[kOutHeaders] === null ? [] : Object.keys(this[kOutHeaders]);
  },

  getRawHeaderNames() {
    return this[kOutHeaders] === null ? [] : Object.values(this[kOutHeaders]).map((entry) => entry[0]);
  },

  getHeaders() {
    const found = { __proto__: null };
    const headers = this[kOutHeaders];
    if (headers !== null) for (const key of Object.keys(headers)) found[key] = headers[key][1];
    return found;
  },

  hasHeader(name) {
    validateString(name, 'name');
    return this[kOutHeaders] !== null && this[kOutHeaders][name.toLowerCase()] !== undefined;
  },

  removeHeader(name) {
    validateString(name, 'name');
    refuseIfSent(this, 'remove');
    const key = name.toLowerCase();
    if (key === 'connection') this._removedConnection = true;
    else if (key === 'content-length') this._removedContLen = true;
    else if (key === 'transfer-encoding') this._removedTE = true;
    else if (key === 'date') this.sendDate = false;
    if (this[kOutHeaders] === null) return;
    if (this[kOutHeaders][kText] !== undefined) this[kOutHeaders][kText] = null;
    delete this[kOutHeaders][key];
  },

  _renderHeaders() {
    refuseIfSent(this, 'render');
    const headers = {};
    if (this[kOutHeaders] !== null) for (const entry of Object.values(this[kOutHeaders])) headers[entry[0]] = entry[1];
    return headers;
  },
};

let hasWarned = { _headers: false, _headerNames: false };

function deprecate(name) {
  if (hasWarned[name]) return;
  hasWarned = { ...hasWarned, [name]: true };
  const { emitWarning } = require('internal/fatal/warning');
  emitWarning(`OutgoingMessage.prototype.${name} is deprecated`, 'DeprecationWarning', 'DEP0066');
}

const old = {
  _headers: {
    get() {
      deprecate('_headers');
      return this.getHeaders();
    },
    set(value) {
      deprecate('_headers');
      if (value === null) {
        this[kOutHeaders] = null;
      } else if (typeof value === 'object') {
        const headers = (this[kOutHeaders] = { __proto__: null });
        for (const name of Object.keys(value)) headers[name.toLowerCase()] = [name, value[name]];
      }
    },
  },
  _headerNames: {
    get() {
      deprecate('_headerNames');
      if (this[kOutHeaders] === null) return null;
      const names = { __proto__: null };
      for (const key of Object.keys(this[kOutHeaders])) names[key] = this[kOutHeaders][key][0];
      return names;
    },
    set(value) {
      deprecate('_headerNames');
      if (typeof value !== 'object' || value === null || this[kOutHeaders] === null) return;
      for (const key of Object.keys(value)) if (this[kOutHeaders][key] !== undefined) this[kOutHeaders][key][0] = value[key];
    },
  },
};

/** The lines of all fields, if they are only that. */
function linesOf(headers) {
  const text = headers[kText];
  if (text !== null) return text;
  let made = '';
  for (const key of Object.keys(headers)) {
    const entry = headers[key];
    made += `${entry[0]}: ${entry[1]}\r\n`;
  }
  return made;
}

/** Gives a class of messages its fields. */
function defineHeaders(prototype) {
  prototype[kOutHeaders] = null;
  Object.assign(prototype, methods);
  for (const name of Object.keys(old)) Object.defineProperty(prototype, name, { configurable: true, ...old[name] });
}

/** The set of small names that have to come in one line, of the option `uniqueHeaders`. */
function parseUniqueHeadersOption(headers) {
  if (!Array.isArray(headers)) return null;
  const unique = new Set();
  for (const name of headers) unique.add((Array.isArray(name) ? name[0] : name).toLowerCase());
  return unique;
}

module.exports = { defineHeaders, kOutHeaders, kUniqueHeaders, linesOf, parseUniqueHeadersOption };
