'use strict';

const { Event, EventTarget, DOMException, defineEventHandler } = require('web/events');
const { MessageEvent } = require('web/message_channel');
const { URL } = require('web/url');
const { Parser } = require('./parser');

const CONNECTING = 0;
const OPEN = 1;
const CLOSED = 2;

/** Milliseconds until it connects again, unless the server says otherwise. */
const PAUSE = 3000;
const MAX_REDIRECTS = 20;

/** See https://html.spec.whatwg.org/multipage/server-sent-events.html */
class EventSource extends EventTarget {
  #url;
  #withCredentials;
  #headers;
  #state = CONNECTING;
  #request = null;
  #timer = null;
  #pause = PAUSE;
  #lastId = '';

  constructor(url, options = {}) {
    super();
    if (arguments.length === 0) throw new TypeError('EventSource constructor: 1 argument required, but only 0 found.');
    this.#url = URL.parse(url);
    if (this.#url === null) throw new DOMException(`Invalid URL: ${url}`, 'SyntaxError');
    this.#withCredentials = Boolean(options?.withCredentials);
    this.#headers = options?.node?.headers;
    this.#connect(this.#url, MAX_REDIRECTS);
  }

  get url() {
    return this.#url.href;
  }

  get readyState() {
    return this.#state;
  }

  get withCredentials() {
    return this.#withCredentials;
  }

  close() {
    this.#state = CLOSED;
    require('node/timers').clearTimeout(this.#timer);
    this.#request?.destroy();
    this.#request = null;
  }

  #connect(url, redirects) {
    const headers = { ...this.#headers, Accept: 'text/event-stream', 'Cache-Control': 'no-cache' };
    if (this.#lastId !== '') headers['Last-Event-ID'] = this.#lastId;
    const client = url.protocol === 'https:' ? require('node/https') : require('node/http');
    const request = client.get(url, { headers, agent: false });
    this.#request = request;
    request.on('response', (response) => {
      const { statusCode, headers: answered } = response;
      if (statusCode >= 300 && statusCode < 400 && answered.location !== undefined && redirects > 0) {
        response.destroy();
        return this.#connect(new URL(answered.location, url), redirects - 1);
      }
      if (statusCode !== 200 || !/^text\/event-stream *(;|$)/i.test(answered['content-type'] ?? '')) return this.#fail();
      this.#listen(response, url);
    });
    request.on('error', () => {
      if (this.#request === request) this.#again();
    });
  }

  #listen(response, url) {
    const request = this.#request;
    this.#state = OPEN;
    this.dispatchEvent(new Event('open'));
    const parser = new Parser({
      lastId: this.#lastId,
      retry: (pause) => (this.#pause = pause),
      message: ({ type, data, lastEventId }) => {
        this.#lastId = lastEventId;
        if (this.#state === OPEN) this.dispatchEvent(new MessageEvent(type, { data, lastEventId, origin: url.origin }));
      },
    });
    const decoder = new (require('node/string_decoder').StringDecoder)('utf8');
    response.on('data', (bytes) => parser.feed(decoder.write(bytes)));
    response.on('error', () => {});
    response.on('close', () => {
      if (this.#request === request) this.#again();
    });
  }

  #again() {
    if (this.#state === CLOSED) return;
    this.#state = CONNECTING;
    this.#request = null;
    this.dispatchEvent(new Event('error'));
    if (this.#state === CLOSED) return;
    this.#timer = require('node/timers').setTimeout(() => this.#connect(this.#url, MAX_REDIRECTS), this.#pause);
  }

  /** The server's answer is no stream of events: it is not asked again. */
  #fail() {
    if (this.#state === CLOSED) return;
    this.close();
    this.dispatchEvent(new Event('error'));
  }
}

const STATES = { CONNECTING, OPEN, CLOSED };
for (const [name, value] of Object.entries(STATES)) {
  for (const owner of [EventSource, EventSource.prototype]) Object.defineProperty(owner, name, { value, enumerable: true });
}
for (const name of ['open', 'error', 'message']) defineEventHandler(EventSource.prototype, name);
Object.defineProperty(EventSource.prototype, Symbol.toStringTag, { value: 'EventSource', configurable: true });

module.exports = { EventSource };
