'use strict';

const { EventTarget, DOMException, symbols, defineEventHandler } = require('web/events');
const { codes } = require('internal/errors');
const { kPort } = require('internal/clone/hosts');
const { transferring } = require('web/clone/transfer');
const { MessageEvent, portOf } = require('web/message_channel');

const check = (self) => {
  if (!(self instanceof BroadcastChannel)) throw new codes.ERR_INVALID_THIS('BroadcastChannel');
};

/** Source: https://nodejs.org/api/worker_threads.html#class-broadcastchannel-extends-eventtarget */
class BroadcastChannel extends EventTarget {
  #name;
  #port;

  constructor(name) {
    if (arguments.length === 0) throw new codes.ERR_MISSING_ARGS('name');
    super();
    if (typeof name === 'symbol') throw new TypeError('Cannot convert a Symbol value to a string');
    this.#name = `${name}`;
    this.#port = portOf(native.join(this.#name));
    this.#port.on('message', (data) => this.dispatchEvent(new MessageEvent('message', { data })));
    this.#port.on('messageerror', (data) => this.dispatchEvent(new MessageEvent('messageerror', { data })));
  }

  get name() {
    check(this);
    return this.#name;
  }

  get [kPort]() {
    return this.#port?.[kPort] ?? 0;
  }

  /** Only `name` and whether it is open. */
  [symbols.inspect](depth, options, print) {
    check(this);
    const inner = { ...options, depth: options.depth == null ? null : options.depth - 1 };
    return depth < 0 ? 'BroadcastChannel' : `BroadcastChannel ${print({ name: this.#name, active: this.#port !== null }, inner)}`;
  }

  close() {
    check(this);
    if (this.#port === null) return;
    native.leave(this.#name, this.#port[kPort]);
    this.#port.close();
    this.#port = null;
  }

  postMessage(message) {
    check(this);
    if (arguments.length === 0) throw new codes.ERR_MISSING_ARGS('message');
    if (this.#port === null) throw new DOMException('BroadcastChannel is closed.', 'InvalidStateError');
    transferring([], undefined, () => native.broadcast(this.#name, this.#port[kPort], message));
  }

  ref() {
    check(this);
    this.#port?.ref();
    return this;
  }

  unref() {
    check(this);
    this.#port?.unref();
    return this;
  }
}

for (const name of ['name', 'close', 'postMessage']) Object.defineProperty(BroadcastChannel.prototype, name, { enumerable: true });
defineEventHandler(BroadcastChannel.prototype, 'message');
defineEventHandler(BroadcastChannel.prototype, 'messageerror');

module.exports = { BroadcastChannel };
