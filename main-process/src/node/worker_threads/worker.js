'use strict';

const EventEmitter = require('node/events');
const { codes } = require('internal/errors');
const { MessageChannel } = require('web/message_channel');
const { kPort } = require('internal/clone/hosts');
const { listOf, transferring } = require('web/clone/transfer');
const { read } = require('./options');
const { deserialize } = require('./errors');
const environment = require('./environment');

// Running workers by thread id, for messages from thread to thread.
const running = new Map();

function discard(ports) {
  for (const port of ports) port.close();
}

class Worker extends EventEmitter {
  #handle = null;
  #control = null;
  #public = null;
  #stdin = null;
  #stdout;
  #stderr;
  #online = false;
  #limits;

  constructor(filename, options = undefined) {
    super();
    const plan = read(filename, options);
    const { Incoming, Outgoing } = require('./stdio');
    this.#limits = plan.limits;
    this.#stdout = new Incoming();
    this.#stderr = new Incoming();
    if (options?.stdin) this.#stdin = new Outgoing((chunks) => this.#control?.postMessage({ type: 'stdin', chunks }));
    this.#start(plan, options ?? {});
    this.threadId = this.#handle.threadId;
    running.set(this.threadId, this);
    this.performance = { eventLoopUtilization: (first, second) => this.#utilization(first, second) };
    if (!options?.stdout) this.#forward(this.#stdout, 'stdout');
    if (!options?.stderr) this.#forward(this.#stderr, 'stderr');
    process.nextTick(() => process.emit('worker', this));
  }

  #start(plan, options) {
    const { entry, argv, env, name, limits, memory, stack, flags } = plan;
    const control = new MessageChannel();
    const open = new MessageChannel();
    const init = {
      entry, argv, name, limits, control: control.port2, port: open.port2, workerData: options.workerData,
      environmentData: environment.all(), hasStdin: Boolean(options.stdin), title: process.title, flags,
      trackUnmanagedFds: options.trackUnmanagedFds ?? true,
    };
    const list = [...listOf(options.transferList), control.port2, open.port2];
    try {
      this.#handle = transferring(list, undefined, (ports) => (
        native.start({ env, memory, stack, ports, flags }, init, (code, cause) => this.#ended(code, cause))
      ));
    } catch (error) {
      discard([control.port1, open.port1]);
      throw error;
    }
    this.#control = control.port1;
    this.#public = open.port1;
    // The worker's own handle keeps this thread alive.
    this.#control.on('message', (message) => this.#told(message));
    this.#public.on('message', (message) => this.emit('message', message));
    this.#public.on('messageerror', (error) => this.emit('messageerror', error));
    this.#control.unref();
    this.#public.unref();
  }

  #forward(stream, name) {
    stream.on('data', (chunk) => process[name].write(chunk));
  }

  #told(message) {
    const { feed } = require('./stdio');
    switch (message.type) {
      case 'online':
        this.#online = true;
        this.emit('online');
        break;
      case 'stdout':
        feed(this.#stdout, message.chunks);
        break;
      case 'stderr':
        feed(this.#stderr, message.chunks);
        break;
      case 'error':
        this.emit('error', deserialize(message.error));
        break;
      default:
        require('./messaging').relay(this, message);
    }
  }

  #ended(code, cause) {
    running.delete(this.threadId);
    this.#handle.setRef(false);
    this.#handle = null;
    this.threadId = -1;
    this.#limits = {};
    discard([this.#control, this.#public]);
    this.#control = null;
    this.#public = null;
    for (const stream of [this.#stdout, this.#stderr]) if (!stream.readableEnded) stream.push(null);
    require('./messaging').forget(this);
    if (cause === 'loop') this.emit('error', new codes.ERR_WORKER_INIT_FAILED('EMFILE'));
    if (cause === 'memory') this.emit('error', new codes.ERR_WORKER_OUT_OF_MEMORY('JS heap out of memory'));
    this.emit('exit', cause === undefined ? code : 1);
  }

  /** Says something to the worker's own bootstrap. */
  tell(message, list) {
    this.#control?.postMessage(message, list);
  }

  postMessage(...args) {
    this.#public?.postMessage(...args);
  }

  postMessageToThread(...args) {
    return require('./messaging').postMessageToThread(...args);
  }

  terminate(callback) {
    if (typeof callback === 'function') {
      process.emitWarning(
        'Passing a callback to worker.terminate() is deprecated. It returns a Promise instead.',
        'DeprecationWarning', 'DEP0132',
      );
      if (this.#handle === null) return Promise.resolve();
      this.once('exit', (code) => callback(null, code));
    }
    if (this.#handle === null) return Promise.resolve();
    this.#handle.setRef(true);
    this.#handle.stop();
    return new Promise((resolve) => this.once('exit', resolve));
  }

  async [Symbol.asyncDispose]() {
    await this.terminate();
  }

  ref() {
    this.#handle?.setRef(true);
  }

  unref() {
    this.#handle?.setRef(false);
  }

  get stdin() { return this.#stdin; }
  get stdout() { return this.#stdout; }
  get stderr() { return this.#stderr; }
  get resourceLimits() { return { ...this.#limits }; }

  getHeapSnapshot() {
    if (this.#handle === null) return Promise.reject(new codes.ERR_WORKER_NOT_RUNNING());
    return Promise.reject(new codes.ERR_NOT_SUPPORTED('worker.getHeapSnapshot'));
  }

  #utilization(first, second) {
    if (!this.#online || this.#handle === null) return { idle: 0, active: 0, utilization: 0 };
    if (second !== undefined) return between(first, second);
    const [idle, active] = this.#handle.loopTimes();
    const now = { idle, active, utilization: active / (idle + active || 1) };
    return first === undefined ? now : between(now, first);
  }
}

function between(later, earlier) {
  const idle = later.idle - earlier.idle;
  const active = later.active - earlier.active;
  return { idle, active, utilization: active / (idle + active || 1) };
}

module.exports = { Worker, running, kPort };
