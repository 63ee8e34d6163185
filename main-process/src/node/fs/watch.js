'use strict';

const EventEmitter = require('node/events');
const { AbortError, codes } = require('internal/errors');
const { nextTick } = require('internal/task_queues');
const { validateAbortSignal, validateBoolean, validateObject, validateUint32, validateOneOf } = require('internal/validators');
const { checkEncoding, pathText, toOptions, toPath } = require('./arguments');

function encode(name, encoding) {
  if (name === null || name === undefined) return null;
  if (!encoding || encoding === 'utf8' || encoding === 'utf-8') return name;
  const buffer = require('node/buffer').Buffer.from(name);
  return encoding === 'buffer' ? buffer : buffer.toString(encoding);
}

function start(path, recursive, changed) {
  try {
    return native.watch(path, recursive, changed);
  } catch (error) {
    error.filename = pathText(path);
    throw error;
  }
}

class FSWatcher extends EventEmitter {
  #handle = null;
  #over = false;

  constructor(path, { persistent, recursive, encoding }) {
    super();
    this.#handle = start(path, recursive, (kind, name) => {
      if (this.#handle !== null) this.emit('change', kind, encode(name, encoding));
    });
    if (!persistent) this.#handle.setRef(false);
  }

  close() {
    if (this.#over) return;
    this.#over = true;
    this.#handle.close();
    this.#handle = null;
    nextTick(() => this.emit('close'));
  }

  ref() {
    this.#handle?.setRef(true);
    return this;
  }

  unref() {
    this.#handle?.setRef(false);
    return this;
  }
}

function watch(path, options, listener) {
  if (typeof options === 'function') listener = options;
  const all = { ...toOptions(options) };
  all.persistent ??= true;
  all.recursive ??= false;
  validateBoolean(all.recursive, 'options.recursive');
  const watcher = new FSWatcher(toPath(path), all);
  if (listener) watcher.on('change', listener);
  if (all.signal) {
    if (all.signal.aborted) {
      nextTick(() => watcher.close());
    } else {
      const abort = () => watcher.close();
      all.signal.addEventListener('abort', abort, { once: true });
      watcher.once('close', () => all.signal.removeEventListener('abort', abort));
    }
  }
  return watcher;
}

function checkWatch(options) {
  validateObject(options, 'options');
  const { persistent = true, recursive = false, encoding = 'utf8', maxQueue = 2048, overflow = 'ignore', signal } = options;
  validateBoolean(persistent, 'options.persistent');
  validateBoolean(recursive, 'options.recursive');
  validateUint32(maxQueue, 'options.maxQueue');
  validateOneOf(overflow, 'options.overflow', ['ignore', 'error']);
  validateAbortSignal(signal, 'options.signal');
  if (encoding !== 'buffer') checkEncoding(encoding);
  return { persistent, recursive, encoding, maxQueue, overflow, signal };
}

/** Changes as they come, until the consumer leaves or the signal aborts. */
async function* watchPromise(filename, options = {}) {
  const path = toPath(filename);
  const { persistent, recursive, encoding, maxQueue, overflow, signal } = checkWatch(options);
  const aborted = () => new AbortError(undefined, { cause: signal.reason });
  if (signal?.aborted) throw aborted();
  let events = [];
  let wake;
  let failure;
  const tell = () => wake?.();
  const handle = start(path, recursive, (eventType, name) => {
    if (events.length < maxQueue) events.push({ __proto__: null, eventType, filename: encode(name, encoding) });
    else if (overflow === 'error') failure = new codes.ERR_FS_WATCH_QUEUE_OVERFLOW(maxQueue);
    else process.emitWarning('fs.watch maxQueue exceeded');
    tell();
  });
  if (!persistent) handle.setRef(false);
  const abort = () => {
    failure = aborted();
    tell();
  };
  signal?.addEventListener('abort', abort, { once: true });
  try {
    for (;;) {
      if (failure !== undefined) throw failure;
      if (events.length === 0) await new Promise((resolve) => { wake = resolve; });
      const batch = events;
      events = [];
      yield* batch;
    }
  } finally {
    handle.close();
    signal?.removeEventListener('abort', abort);
  }
}

module.exports = { FSWatcher, watch, watchPromise };
