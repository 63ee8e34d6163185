'use strict';

const { AbortController, AbortSignal } = require('web/events');
const { Body, extract } = require('./body');
const { HeaderList, fill, headersOf, listOf } = require('./headers');
const { addReaders, enumerable } = require('./mixin');
const { parseUrl } = require('./urls');

const INSPECT = Symbol.for('nodejs.util.inspect.custom');
const TOKEN = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/;
const FORBIDDEN = new Set(['CONNECT', 'TRACE', 'TRACK']);
const NORMALIZED = new Set(['DELETE', 'GET', 'HEAD', 'OPTIONS', 'POST', 'PUT', 'PATCH']);

const CHOICES = {
  referrerPolicy: [
    '', 'no-referrer', 'no-referrer-when-downgrade', 'same-origin', 'origin', 'strict-origin', 'origin-when-cross-origin',
    'strict-origin-when-cross-origin', 'unsafe-url',
  ],
  mode: ['navigate', 'same-origin', 'no-cors', 'cors'],
  credentials: ['omit', 'same-origin', 'include'],
  cache: ['default', 'no-store', 'reload', 'no-cache', 'force-cache', 'only-if-cached'],
  redirect: ['follow', 'manual', 'error'],
  duplex: ['half'],
};

const DEFAULTS = {
  referrerPolicy: '', mode: 'cors', credentials: 'same-origin', cache: 'default', redirect: 'follow', integrity: '', keepalive: false,
};

let bodyOf;

/** See https://fetch.spec.whatwg.org/#request-class */
class Request {
  #url;
  #method = 'GET';
  #headers;
  #body = null;
  #signal;
  #settings = { ...DEFAULTS };
  #duplex = 'half';

  static {
    bodyOf = (request) => request.#body;
  }

  constructor(input, init = {}) {
    if (arguments.length === 0) throw new TypeError('Request constructor: 1 argument required, but 0 found.');
    init ??= {};
    const other = typeof input === 'object' && input !== null && #url in input ? input : null;
    if (other === null) this.#url = readUrl(input);
    else this.#inherit(other);
    this.#configure(init);
    if (init.method !== undefined) this.#method = methodOf(init.method);
    const given = init.headers ?? (other === null ? undefined : [...other.headers]);
    this.#headers = headersOf(new HeaderList(), 'request');
    if (given !== undefined) fill(this.#headers, given);
    this.#setBody(init, other);
    this.#follow(init.signal === undefined ? other?.signal : init.signal);
  }

  #inherit(other) {
    this.#url = other.#url;
    this.#method = other.#method;
    this.#settings = { ...other.#settings };
  }

  #configure(init) {
    for (const [name, choices] of Object.entries(CHOICES)) {
      if (init[name] === undefined) continue;
      const value = `${init[name]}`;
      if (!choices.includes(value)) {
        const expected = choices.map((choice) => choice).join(', ');
        throw new TypeError(`Request constructor: ${value} is not an accepted type. Expected one of ${expected}.`);
      }
      if (name !== 'duplex') this.#settings[name] = value;
    }
    if (init.integrity !== undefined) this.#settings.integrity = `${init.integrity}`;
    if (init.keepalive !== undefined) this.#settings.keepalive = Boolean(init.keepalive);
  }

  #setBody(init, other) {
    const inherited = other === null ? null : other.#body;
    const given = init.body ?? null;
    if ((given !== null || (inherited !== null && init.body === undefined)) && (this.#method === 'GET' || this.#method === 'HEAD')) {
      throw new TypeError('Request with GET/HEAD method cannot have body.');
    }
    if (given !== null) {
      const { source, type } = extract(given);
      if (source.given && init.duplex === undefined) throw new TypeError('RequestInit: duplex option is required when sending a body.');
      if (type !== null && !listOf(this.#headers).has('content-type')) this.#headers.append('content-type', type);
      this.#body = new Body(source);
    } else if (inherited !== null && init.body === undefined) {
      if (inherited.unusable) throw new TypeError('Cannot construct a Request with a Request object that has already been used.');
      this.#body = new Body(inherited.take());
    }
  }

  /** Its signal is one of its own, which follows the one that was given. */
  #follow(signal) {
    if (signal === undefined || signal === null) {
      this.#signal = undefined;
      return;
    }
    if (!(signal instanceof AbortSignal)) {
      throw new TypeError("Failed to construct 'Request': member signal is not of type AbortSignal.");
    }
    this.#signal = AbortSignal.any([signal]);
  }

  get method() {
    return this.#method;
  }

  get url() {
    return this.#url.href;
  }

  get headers() {
    return this.#headers;
  }

  get destination() {
    return '';
  }

  get referrer() {
    return 'about:client';
  }

  get referrerPolicy() {
    return this.#settings.referrerPolicy;
  }

  get mode() {
    return this.#settings.mode;
  }

  get credentials() {
    return this.#settings.credentials;
  }

  get cache() {
    return this.#settings.cache;
  }

  get redirect() {
    return this.#settings.redirect;
  }

  get integrity() {
    return this.#settings.integrity;
  }

  get keepalive() {
    return this.#settings.keepalive;
  }

  get isReloadNavigation() {
    return false;
  }

  get isHistoryNavigation() {
    return false;
  }

  get duplex() {
    return this.#duplex;
  }

  get signal() {
    this.#signal ??= new AbortController().signal;
    return this.#signal;
  }

  clone() {
    if (this.#body?.unusable) throw new TypeError('unusable');
    const request = new Request(this.#url.href, {
      ...this.#settings, method: this.#method, headers: this.#headers, signal: this.#signal,
    });
    request.#body = this.#body === null ? null : this.#body.clone();
    return request;
  }

  [INSPECT](depth, options, inspect) {
    const shown = {};
    for (const name of SHOWN) shown[name] = this[name];
    return `Request ${inspect(shown, options)}`;
  }
}

function readUrl(input) {
  const url = parseUrl(input);
  if (url.username || url.password) {
    throw new TypeError(`Request cannot be constructed from a URL that includes credentials: ${input}`);
  }
  return url;
}

function methodOf(value) {
  const method = `${value}`;
  const upper = method.toUpperCase();
  if (!TOKEN.test(method)) throw new TypeError(`'${method}' is not a valid HTTP method.`);
  if (FORBIDDEN.has(upper)) throw new TypeError(`'${method}' HTTP method is unsupported.`);
  return NORMALIZED.has(upper) ? upper : method;
}

const SHOWN = [
  'method', 'url', 'headers', 'destination', 'referrer', 'referrerPolicy', 'mode', 'credentials', 'cache', 'redirect', 'integrity',
  'keepalive', 'isReloadNavigation', 'isHistoryNavigation', 'signal',
];

addReaders(Request, (request) => bodyOf(request), (request) => request.headers.get('content-type'));
enumerable(Request, [...SHOWN, 'clone']);
Object.defineProperty(Request.prototype, INSPECT, { enumerable: false });

module.exports = { Request, bodyOf: (request) => bodyOf(request) };
