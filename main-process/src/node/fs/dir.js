'use strict';

const { codes } = require('internal/errors');
const { nextTick } = require('internal/task_queues');
const { validateBoolean, validateUint32 } = require('internal/validators');
const { checkCallback, pathText, toOptions, toPath } = require('./arguments');
const { now } = require('./forms');
const { decode } = require('./operations');
const { Dirent } = require('./stats');

const kPath = Symbol('kDirPath');
const AsyncIterator = Object.getPrototypeOf(Object.getPrototypeOf(async function* () {}.prototype));

/** A folder being read. It was listed when it was opened; its entries are made as they are asked for. */
class Dir {
  #entries;
  #next = 0;
  #reading = 0;
  #closed = false;

  constructor(entries, path) {
    if (entries === undefined) throw new codes.ERR_MISSING_ARGS('handle');
    this.#entries = entries;
    Object.defineProperty(this, kPath, { value: path });
  }

  get path() {
    return this[kPath];
  }

  #checkOpen() {
    if (this.#closed) throw new codes.ERR_DIR_CLOSED();
  }

  #checkIdle() {
    this.#checkOpen();
    if (this.#reading > 0) throw new codes.ERR_DIR_CONCURRENT_OPERATION();
  }

  #take() {
    const { names, types, folders, encoding } = this.#entries;
    const at = this.#next;
    if (at >= names.length) return null;
    this.#next++;
    const { join } = require('node/path');
    const parent = folders[at] === '' ? this[kPath] : join(pathText(this[kPath]), folders[at]);
    return new Dirent(decode(names[at], encoding), types[at], parent);
  }

  #readLater(callback) {
    this.#checkOpen();
    this.#reading++;
    nextTick(() => {
      this.#reading--;
      callback(null, this.#take());
    });
  }

  read(callback) {
    if (callback === undefined) {
      return new Promise((resolve, reject) => {
        this.#readLater((error, entry) => (error ? reject(error) : resolve(entry)));
      });
    }
    checkCallback(callback, 'callback');
    this.#readLater(callback);
    return undefined;
  }

  readSync() {
    this.#checkIdle();
    return this.#take();
  }

  close(callback) {
    if (callback === undefined) {
      if (this.#closed) return Promise.reject(new codes.ERR_DIR_CLOSED());
      this.#closed = true;
      return Promise.resolve();
    }
    checkCallback(callback, 'callback');
    if (this.#closed) {
      nextTick(callback, new codes.ERR_DIR_CLOSED());
      return undefined;
    }
    this.#closed = true;
    nextTick(callback, null);
    return undefined;
  }

  closeSync() {
    this.#checkIdle();
    this.#closed = true;
  }

  entries() {
    const end = () => {
      this.#closed = true;
      return { done: true, value: undefined };
    };
    return {
      __proto__: AsyncIterator,
      next: async () => {
        const value = await this.read();
        return value === null ? end() : { done: false, value };
      },
      // Closes at once: not every way out of a loop waits for this.
      return: async () => end(),
    };
  }

  async [Symbol.asyncDispose]() {
    if (!this.#closed) await this.close();
  }

  [Symbol.dispose ?? Symbol.for('nodejs.dispose')]() {
    if (!this.#closed) this.closeSync();
  }
}
Object.defineProperty(Dir.prototype, Symbol.asyncIterator, { value: Dir.prototype.entries, writable: true, configurable: true });

function opendir(path, options) {
  const folder = toPath(path);
  const { encoding, recursive = false, bufferSize = 32 } = toOptions(options, { encoding: 'utf8' });
  validateUint32(bufferSize, 'options.bufferSize', true);
  if (recursive != null) validateBoolean(recursive, 'options.recursive');
  const raw = Boolean(encoding) && encoding !== 'utf8' && encoding !== 'utf-8';
  const finish = ([names, types, folders]) => new Dir({ names, types, folders, encoding }, folder);
  return { op: 'readdir', args: [folder, raw, Boolean(recursive), 'opendir'], finish };
}

module.exports = { Dir, opendir, opendirSync: (path, options) => now(opendir(path, options)) };
