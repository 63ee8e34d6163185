'use strict';

const { Event, EventTarget } = require('web/events');
const { structuredClone } = require('web/clone');
const { codes } = require('internal/errors');

/** Source: https://nodejs.org/api/worker_threads.html#class-messageport */
class MessageEvent extends Event {
  #init;

  constructor(type, init = {}) {
    super(type, init);
    this.#init = init;
  }

  get data() { return this.#init.data === undefined ? null : this.#init.data; }
  get origin() { return this.#init.origin ?? ''; }
  get lastEventId() { return this.#init.lastEventId ?? ''; }
  get source() { return this.#init.source ?? null; }
  get ports() { return this.#init.ports ?? []; }
}

const kCreate = Symbol('create');

class MessagePort extends EventTarget {
  #other = null;
  #started = false;
  #closed = false;
  #waiting = [];
  #handler = null;

  constructor(key) {
    if (key !== kCreate) throw new codes.ERR_CONSTRUCT_CALL_INVALID();
    super();
  }

  static entangle(a, b) {
    a.#other = b;
    b.#other = a;
  }

  postMessage(message, options) {
    if (arguments.length === 0) throw new codes.ERR_MISSING_ARGS('message');
    const transfer = Array.isArray(options) ? options : options?.transfer;
    const data = structuredClone(message, { transfer });
    const other = this.#other;
    if (this.#closed || other === null || other.#closed) return;
    other.#waiting.push(data);
    if (other.#started && other.#waiting.length === 1) other.#schedule();
  }

  #schedule() {
    require('internal/timers').setImmediate(() => this.#deliver());
  }

  /** One message a macrotask, as in a page. */
  #deliver() {
    if (!this.#started || this.#closed || this.#waiting.length === 0) return;
    const [data] = this.#waiting.splice(0, 1);
    if (this.#waiting.length > 0) this.#schedule();
    this.dispatchEvent(new MessageEvent('message', { data }));
  }

  start() {
    if (this.#started) return;
    this.#started = true;
    if (this.#waiting.length > 0) this.#schedule();
  }

  close() {
    if (this.#closed) return;
    this.#closed = true;
    this.#waiting = [];
    const other = this.#other;
    require('internal/timers').setImmediate(() => this.dispatchEvent(new Event('close')));
    other?.close();
  }

  get onmessage() {
    return this.#handler;
  }

  /** Setting it starts the port. */
  set onmessage(handler) {
    if (this.#handler !== null) this.removeEventListener('message', this.#handler);
    this.#handler = typeof handler === 'function' ? handler : null;
    if (this.#handler === null) return;
    this.addEventListener('message', this.#handler);
    this.start();
  }
}

/** Source: https://nodejs.org/api/worker_threads.html#class-messagechannel */
class MessageChannel {
  constructor() {
    this.port1 = new MessagePort(kCreate);
    this.port2 = new MessagePort(kCreate);
    MessagePort.entangle(this.port1, this.port2);
  }
}

module.exports = { MessageChannel, MessagePort, MessageEvent };
