'use strict';

const { Event, symbols, defineEventHandler } = require('web/events');
const { kListenerAdded, kListenerRemoved, inspect } = symbols;
const { codes } = require('internal/errors');
const { runTicks } = require('internal/task_queues');
const hosts = require('internal/clone/hosts');
const { listOf, transferring } = require('web/clone/transfer');
const { NodeEventTarget } = require('./node_event_target');
const { MessageEvent } = require('./message_event');

const { kPort, kMoved } = hosts;
const kCreate = Symbol('create');
// At most so many messages of one port are received before other things get their turn.
const BATCH = 1000;

function missingMessage(name) {
  const error = new TypeError(`Not enough arguments to ${name}.postMessage`);
  error.code = 'ERR_MISSING_ARGS';
  return error;
}

/** Source: https://nodejs.org/api/worker_threads.html#class-messageport */
function MessagePort() {
  throw new codes.ERR_CONSTRUCT_CALL_INVALID();
}

class Port extends NodeEventTarget {
  #id;
  #refed = false;
  #receiving = false;
  #leaving = false;

  constructor(key, id) {
    super();
    this.#id = id;
    native.listen(id, () => this.#wake());
  }

  get [kPort]() {
    return this.#id;
  }

  /** The end is somewhere else now. */
  [kMoved]() {
    this.#id = 0;
    this.#closed();
  }

  postMessage(message, options) {
    if (arguments.length === 0) throw missingMessage('MessagePort');
    const sent = transferring(listOf(options), this, (ports) => native.post(this.#id, message, ports));
    if (sent) return true;
    require('internal/fatal/warning').emitWarning('The target port was posted to itself, and the communication channel was lost');
    this.close();
    return true;
  }

  /** As in Node, a port that has something to say says it all, other ports wait; ticks and jobs run in between. */
  #wake() {
    if (this.#receiving) return;
    this.#receiving = true;
    let more = true;
    for (let count = 0; more && this.#id !== 0 && count < BATCH; count++) {
      if (count > 0) runTicks();
      more = this.#receive();
    }
    this.#receiving = false;
    if (this.#leaving) this.#leave();
  }

  /** Takes one message, and says whether there was one. */
  #receive() {
    let found;
    const ports = [];
    hosts.state.received = ports;
    try {
      found = native.receive(this.#id, false);
    } catch (error) {
      this.dispatch(new MessageEvent('messageerror', { data: error }), error);
      return true;
    } finally {
      hosts.state.received = null;
    }
    if (found === null) this.#leave();
    else if (found !== undefined) this.dispatch(new MessageEvent('message', { data: found[0], ports }), found[0]);
    return Boolean(found);
  }

  start() {
    if (this.#id !== 0) native.start(this.#id);
  }

  close(callback) {
    if (typeof callback === 'function') this.once('close', callback);
    // What is being received comes to its end first.
    if (this.#receiving) this.#leaving = true;
    else this.#leave();
  }

  #leave() {
    if (this.#id === 0) return;
    native.close(this.#id);
    this.#id = 0;
    this.#closed();
  }

  #closed() {
    this.#refed = false;
    require('internal/timers').setImmediate(() => this.dispatch(new Event('close'), undefined));
  }

  ref() {
    if (this.#id === 0) return;
    this.#refed = true;
    native.setRef(this.#id, true);
  }

  unref() {
    if (this.#id === 0) return;
    this.#refed = false;
    native.setRef(this.#id, false);
  }

  hasRef() {
    return this.#refed;
  }

  /** A port whose messages somebody wants keeps its thread alive. */
  [kListenerAdded](size, type, ...rest) {
    super[kListenerAdded](size, type, ...rest);
    if (type !== 'message' || size !== 1) return;
    this.ref();
    this.start();
  }

  [kListenerRemoved](size, type, ...rest) {
    super[kListenerRemoved](size, type, ...rest);
    if (type !== 'message' || size !== 0) return;
    this.unref();
    native.stop(this.#id);
  }

  [inspect](depth, options, print) {
    return `MessagePort [EventTarget] ${print({ active: this.#id !== 0, refed: this.#refed }, options)}`;
  }
}

// Nobody can call the constructor, and yet every port is an instance of it.
MessagePort.prototype = Port.prototype;
Object.defineProperty(MessagePort, 'prototype', { writable: false });
Object.setPrototypeOf(MessagePort, NodeEventTarget);
Object.defineProperty(Port.prototype, 'constructor', { value: MessagePort, writable: true, configurable: true, enumerable: false });
for (const name of ['postMessage', 'start', 'close', 'ref', 'unref']) {
  Object.defineProperty(Port.prototype, name, { enumerable: true });
}
Object.defineProperty(Port.prototype, Symbol.toStringTag, { configurable: true, value: 'MessagePort' });
defineEventHandler(Port.prototype, 'message');
defineEventHandler(Port.prototype, 'messageerror');

const portOf = (id) => new Port(kCreate, id);
hosts.state.makePort = portOf;

/** Source: https://nodejs.org/api/worker_threads.html#class-messagechannel */
function MessageChannel() {
  if (!new.target) {
    const error = new TypeError('Class constructor MessageChannel cannot be invoked without `new`');
    error.code = 'ERR_CONSTRUCT_CALL_REQUIRED';
    throw error;
  }
  const [first, second] = native.pair();
  this.port1 = portOf(first);
  this.port2 = portOf(second);
}

/** The next message of a port, whether or not it was started: `{ message }`; undefined when there is none. */
function receiveMessageOnPort(port) {
  const id = port?.[kPort];
  if (id === undefined) {
    const error = new TypeError('The "port" argument must be a MessagePort instance');
    error.code = 'ERR_INVALID_ARG_TYPE';
    throw error;
  }
  const found = id === 0 ? undefined : native.receive(id, true);
  return found ? { message: found[0] } : undefined;
}

module.exports = { MessageChannel, MessagePort, MessageEvent, receiveMessageOnPort, portOf };
