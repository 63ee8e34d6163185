'use strict';

const EventEmitter = require('node/events');
const { nextTick } = require('internal/task_queues');
const { validateFunction, validateUint32 } = require('internal/validators');
const { pathText, toPath } = require('./arguments');
const { later } = require('./forms');
const { emptyStats, toStats } = require('./stats');

const watchers = new Map();
const DEFAULTS = { interval: 5007, persistent: true };

const differ = (one, other) =>
  ['mtimeMs', 'ctimeMs', 'birthtimeMs', 'size', 'ino', 'dev', 'mode', 'uid', 'gid', 'nlink'].some((name) => one[name] !== other[name]);

/** Looks at a file from time to time and tells of what has changed. */
class StatWatcher extends EventEmitter {
  #path;
  #big;
  #interval;
  #timer;
  #last;
  #persistent;
  #stopped = false;

  constructor(path, { bigint = false, interval, persistent }) {
    super();
    this.#path = path;
    this.#big = Boolean(bigint);
    this.#interval = interval;
    this.#persistent = persistent;
    this.#look();
  }

  #look() {
    later({ op: 'stat', args: [this.#path, this.#big, false], finish: toStats }, (error, found) => {
      if (this.#stopped) return;
      this.#compare(error ? emptyStats(this.#big) : found, error);
      if (this.#stopped) return;
      this.#timer = setTimeout(() => this.#look(), this.#interval);
      if (!this.#persistent) this.#timer.unref();
    });
  }

  #compare(now, error) {
    const before = this.#last;
    this.#last = now;
    if (before === undefined) {
      // A file that is not there is told of once, at the start.
      if (error) this.emit('change', now, now);
    } else if (differ(now, before)) {
      this.emit('change', now, before);
    }
  }

  stop() {
    if (this.#stopped) return;
    this.#stopped = true;
    clearTimeout(this.#timer);
    nextTick(() => this.emit('stop'));
  }

  ref() {
    this.#persistent = true;
    this.#timer?.ref();
    return this;
  }

  unref() {
    this.#persistent = false;
    this.#timer?.unref();
    return this;
  }
}

const keyOf = (filename) => require('node/path').resolve(pathText(toPath(filename)));

function watchFile(filename, options, listener) {
  const path = keyOf(filename);
  if (options === null || typeof options !== 'object') {
    listener = options;
    options = null;
  }
  const all = { ...DEFAULTS, ...options };
  validateFunction(listener, 'listener');
  validateUint32(all.interval, 'interval');
  let watcher = watchers.get(path);
  if (watcher === undefined) {
    watcher = new StatWatcher(path, all);
    watchers.set(path, watcher);
  }
  watcher.on('change', listener);
  return watcher;
}

function unwatchFile(filename, listener) {
  const path = keyOf(filename);
  const watcher = watchers.get(path);
  if (watcher === undefined) return;
  if (typeof listener === 'function') watcher.removeListener('change', listener);
  else watcher.removeAllListeners('change');
  if (watcher.listenerCount('change') > 0) return;
  watcher.stop();
  watchers.delete(path);
}

module.exports = { StatWatcher, watchFile, unwatchFile };
