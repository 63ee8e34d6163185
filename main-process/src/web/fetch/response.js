'use strict';

const { Body, extract } = require('./body');
const { Headers, HeaderList, fill, headersOf, listOf } = require('./headers');
const { addReaders, enumerable } = require('./mixin');

const INSPECT = Symbol.for('nodejs.util.inspect.custom');
const REDIRECTS = [301, 302, 303, 307, 308];
const NULL_BODY = [101, 103, 204, 205, 304];
const REASON = /^[\t\x20-\x7e\x80-\xff]*$/;

let bodyOf;
let made;

/** See https://fetch.spec.whatwg.org/#response-class */
class Response {
  #status = 200;
  #statusText = '';
  #headers;
  #body = null;
  #type = 'default';
  #url = '';
  #redirected = false;

  static {
    bodyOf = (response) => response.#body;
    made = ({ status, statusText, list, source, type, url, redirected, guard = 'immutable' }) => {
      const response = new Response();
      response.#status = status;
      response.#statusText = statusText;
      response.#headers = headersOf(list, guard);
      response.#body = source === null ? null : new Body(source);
      response.#type = type;
      response.#url = url;
      response.#redirected = redirected;
      return response;
    };
  }

  static error() {
    return made({ status: 0, statusText: '', list: new HeaderList(), source: null, type: 'error', url: '', redirected: false });
  }

  static redirect(url, status = 302) {
    if (arguments.length === 0) throw new TypeError('Response.redirect: 1 argument required, but 0 found.');
    const parsed = require('./urls').parseUrl(url);
    if (!REDIRECTS.includes(Number(status))) throw new RangeError(`Invalid status code ${status}`);
    const list = new HeaderList();
    list.append('location', parsed.href);
    return made({ status: Number(status), statusText: '', list, source: null, type: 'default', url: '', redirected: false });
  }

  static json(data, init = {}) {
    if (arguments.length === 0) throw new TypeError('Response.json: 1 argument required, but 0 found.');
    const text = JSON.stringify(data);
    if (text === undefined) throw new TypeError('Value is not JSON serializable');
    const response = new Response(text, init);
    if (!new Headers(init.headers).has('content-type')) response.headers.set('content-type', 'application/json');
    return response;
  }

  constructor(body = null, init = {}) {
    if (init === null || (typeof init !== 'object' && typeof init !== 'function')) {
      throw new TypeError('Response constructor: Argument 2 could not be converted to: object.');
    }
    this.#headers = headersOf(new HeaderList(), 'response');
    if (init.status !== undefined) this.#status = statusOf(init.status);
    if (init.statusText !== undefined) this.#statusText = reasonOf(init.statusText);
    if (init.headers !== undefined && init.headers !== null) fill(this.#headers, init.headers);
    if (body === null || body === undefined) return;
    if (NULL_BODY.includes(this.#status)) {
      throw new TypeError(`Response constructor: Invalid response status code ${this.#status}`);
    }
    const { source, type } = extract(body);
    this.#body = new Body(source);
    if (type !== null && !listOf(this.#headers).has('content-type')) this.#headers.append('content-type', type);
  }

  get type() {
    return this.#type;
  }

  get url() {
    return this.#url;
  }

  get redirected() {
    return this.#redirected;
  }

  get status() {
    return this.#status;
  }

  get ok() {
    return this.#status >= 200 && this.#status <= 299;
  }

  get statusText() {
    return this.#statusText;
  }

  get headers() {
    return this.#headers;
  }

  clone() {
    if (this.#body?.unusable) throw new TypeError('Response.clone: Body has already been consumed.');
    const list = new HeaderList();
    list.copyFrom(listOf(this.#headers));
    const response = made({
      status: this.#status, statusText: this.#statusText, list, source: null, type: this.#type, url: this.#url,
      redirected: this.#redirected, guard: this.#type === 'default' ? 'response' : 'immutable',
    });
    response.#body = this.#body === null ? null : this.#body.clone();
    return response;
  }

  [INSPECT](depth, options, inspect) {
    const { status, statusText, headers, body, bodyUsed, ok, redirected, type, url } = this;
    return `Response ${inspect({ status, statusText, headers, body, bodyUsed, ok, redirected, type, url }, options)}`;
  }
}

function statusOf(value) {
  const status = Number(value) & 0xffff;
  if (status < 200 || status > 599) throw new RangeError('init["status"] must be in the range of 200 to 599, inclusive.');
  return status;
}

function reasonOf(value) {
  const text = `${value}`;
  if (!REASON.test(text)) throw new TypeError('Invalid statusText');
  return text;
}

addReaders(Response, (response) => bodyOf(response), (response) => response.headers.get('content-type'));
enumerable(Response, ['type', 'url', 'redirected', 'status', 'ok', 'statusText', 'headers', 'clone']);
Object.defineProperty(Response.prototype, INSPECT, { enumerable: false });

module.exports = { Response, responseOf: made, NULL_BODY, REDIRECTS };
