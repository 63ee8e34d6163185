'use strict';

const { codes } = require('internal/errors');
const { URLSearchParams, attach, refill } = require('./search_params');
const { parse, change, get } = require('./parts');
const { text } = require('./text');

const INSPECT = Symbol.for('nodejs.util.inspect.custom');
const TUPLE_SCHEMES = new Set(['http:', 'https:', 'ws:', 'wss:', 'ftp:']);

const optionalText = (value) => (value === undefined ? undefined : text(value));

// As Node's native half throws it: the code is a property, not part of the name.
const invalid = (input, base) => {
  const error = new TypeError('Invalid URL');
  error.code = 'ERR_INVALID_URL';
  error.input = input;
  if (base !== undefined) error.base = base;
  return error;
};

const missing = () => new codes.ERR_MISSING_ARGS('url');

class URL {
  #parts;
  #searchParams;

  constructor(input, base = undefined) {
    if (arguments.length === 0) throw missing();
    const href = text(input);
    const from = optionalText(base);
    this.#parts = parse(href, from);
    if (this.#parts === undefined) throw invalid(href, from);
  }

  static canParse(url, base = undefined) {
    if (arguments.length === 0) throw missing();
    return native.canParse(text(url), optionalText(base));
  }

  static parse(input, base = undefined) {
    if (arguments.length === 0) throw missing();
    return URL.canParse(input, base) ? new URL(input, base) : null;
  }

  static createObjectURL(obj) {
    return require('web/blob/object_urls').createObjectURL(obj);
  }

  static revokeObjectURL(url) {
    if (arguments.length === 0) throw missing();
    require('web/blob/object_urls').revokeObjectURL(url);
  }

  #set(part, value) {
    this.#parts = change(this.#parts.href, part, text(value)) ?? this.#parts;
  }

  get href() {
    return this.#parts.href;
  }
  set href(value) {
    const input = text(value);
    const parts = parse(input);
    if (parts === undefined) throw invalid(input);
    this.#parts = parts;
    this.#refillParams();
  }

  get origin() {
    const protocol = get.protocol(this.#parts);
    if (TUPLE_SCHEMES.has(protocol)) return `${protocol}//${get.host(this.#parts)}`;
    const inner = protocol === 'blob:' ? URL.parse(get.pathname(this.#parts)) : null;
    return inner && /^https?:$/.test(inner.protocol) ? inner.origin : 'null';
  }

  get protocol() {
    return get.protocol(this.#parts);
  }
  set protocol(value) {
    this.#set('protocol', value);
  }

  get username() {
    return get.username(this.#parts);
  }
  set username(value) {
    this.#set('username', value);
  }

  get password() {
    return get.password(this.#parts);
  }
  set password(value) {
    this.#set('password', value);
  }

  get host() {
    return get.host(this.#parts);
  }
  set host(value) {
    this.#set('host', value);
  }

  get hostname() {
    return get.hostname(this.#parts);
  }
  set hostname(value) {
    this.#set('hostname', value);
  }

  get port() {
    return get.port(this.#parts);
  }
  set port(value) {
    this.#set('port', value);
  }

  get pathname() {
    return get.pathname(this.#parts);
  }
  set pathname(value) {
    this.#set('pathname', value);
  }

  get search() {
    return get.search(this.#parts);
  }
  set search(value) {
    this.#set('search', value);
    this.#refillParams();
  }

  get searchParams() {
    if (this.#searchParams === undefined) {
      this.#searchParams = new URLSearchParams(get.search(this.#parts));
      attach(this.#searchParams, (query) => this.#set('search', query));
    }
    return this.#searchParams;
  }

  get hash() {
    return get.hash(this.#parts);
  }
  set hash(value) {
    this.#set('hash', value);
  }

  toString() {
    return this.#parts.href;
  }

  toJSON() {
    return this.#parts.href;
  }

  #refillParams() {
    if (this.#searchParams !== undefined) refill(this.#searchParams, get.search(this.#parts).slice(1));
  }

  [INSPECT](depth, options, inspect) {
    if (!(#parts in this) || (typeof depth === 'number' && depth < 0)) return this;
    const shown = {};
    for (const name of SHOWN) shown[name] = this[name];
    return `${this.constructor?.name ?? 'URL'} ${inspect(shown, options)}`;
  }
}

const SHOWN = [
  'href',
  'origin',
  'protocol',
  'username',
  'password',
  'host',
  'hostname',
  'port',
  'pathname',
  'search',
  'searchParams',
  'hash',
];

for (const name of [...SHOWN, 'toString', 'toJSON']) Object.defineProperty(URL.prototype, name, { enumerable: true });
for (const name of ['canParse', 'parse', 'createObjectURL', 'revokeObjectURL']) {
  Object.defineProperty(URL, name, { enumerable: true });
}
Object.defineProperty(URL.prototype, INSPECT, { enumerable: false });
Object.defineProperty(URL.prototype, Symbol.toStringTag, { value: 'URL', configurable: true });

const domainToASCII = (domain) => native.domainToAscii(text(domain));
const domainToUnicode = (domain) => native.domainToUnicode(text(domain));

module.exports = { URL, URLSearchParams, domainToASCII, domainToUnicode };
