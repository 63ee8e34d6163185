'use strict';

const EventEmitter = require('node/events');
const { codes } = require('internal/errors');
const { validateBuffer, validateEncoding, validateInteger, validateObject, validateOneOf, kValidateObjectAllowNullable } =
  require('internal/validators');
const { toOptions } = require('./arguments');
const { DEFAULT_LENGTH, partOf, toRead, toReadv, toWrite, toWritev } = require('./data');
const { promised } = require('./forms');
const { APPEND_DEFAULTS, WRITE_DEFAULTS, throwIfAborted, toBytes, toReadFile, toWriteFile, toWriteOptions, unlessAborted, yields } =
  require('./files');
const { table } = require('./operations');
const { kTransfer } = require('internal/clone/hosts');

const result = (entries) => ({ __proto__: null, ...entries });

function fileClosed(syscall) {
  const error = new Error('file closed');
  error.code = 'EBADF';
  error.syscall = syscall;
  return error;
}

/** An open file as an object. It closes when its last user, a stream or a call under way, lets go of it. */
class FileHandle extends EventEmitter {
  #fd;
  #users = 1;
  #closing;
  #closed;
  #streamed = false;

  constructor(fd) {
    super();
    this.#fd = fd;
  }

  get fd() {
    return this.#fd;
  }

  /** Moves the file to another thread, or to another handle of this one. */
  [kTransfer]() {
    if (this.#fd === -1 || this.#users > 1 || this.#closing) {
      const { DOMException } = require('web/events');
      throw new DOMException('Cannot transfer FileHandle while in use', 'DataCloneError');
    }
    const fd = this.#fd;
    this.#fd = -1;
    return { from: 'node/fs/file_handle#revive', data: { fd } };
  }

  getAsyncId() {
    return -1;
  }

  ref() {
    this.#users++;
  }

  unref() {
    if (--this.#users === 0) this.#release().then(this.#closed?.resolve, this.#closed?.reject);
  }

  #release() {
    const fd = this.#fd;
    this.#fd = -1;
    return promised({ op: 'close', args: [fd] });
  }

  close = () => {
    if (this.#fd === -1) return Promise.resolve();
    if (this.#closing) return this.#closing;
    const over = () => {
      this.#closing = undefined;
    };
    if (--this.#users === 0) {
      this.#closing = this.#release().finally(over);
    } else {
      this.#closing = new Promise((resolve, reject) => {
        this.#closed = { resolve, reject };
      }).finally(over);
    }
    this.emit('close');
    return this.#closing;
  };

  /** Runs `work(fd)` while nobody can close the file. */
  async #use(syscall, work) {
    if (this.#fd === -1) throw fileClosed(syscall);
    this.ref();
    try {
      return await work(this.#fd);
    } finally {
      this.unref();
    }
  }

  #ask(syscall, name, ...args) {
    return this.#use(syscall, (fd) => promised(table[name][0](fd, ...args)));
  }

  chmod(mode) { return this.#ask('fchmod', 'fchmod', mode); }
  chown(uid, gid) { return this.#ask('fchown', 'fchown', uid, gid); }
  datasync() { return this.#ask('fdatasync', 'fdatasync'); }
  sync() { return this.#ask('fsync', 'fsync'); }
  stat(options) { return this.#ask('fstat', 'fstat', options); }
  truncate(len = 0) { return this.#ask('ftruncate', 'ftruncate', len); }
  utimes(atime, mtime) { return this.#ask('futimes', 'futimes', atime, mtime); }

  read(buffer, offset, length, position) {
    return this.#use('read', async (fd) => {
      if (!ArrayBuffer.isView(buffer)) {
        if (buffer !== undefined) validateObject(buffer, 'options', kValidateObjectAllowNullable);
        const options = buffer;
        buffer = options?.buffer ?? require('node/buffer').Buffer.alloc(DEFAULT_LENGTH);
        validateBuffer(buffer);
        [offset, length, position] = partOf(buffer, options);
      } else if (offset !== null && typeof offset === 'object') {
        [offset, length, position] = partOf(buffer, offset);
      }
      if (offset == null) offset = 0;
      else validateInteger(offset, 'offset', 0);
      const call = toRead(fd, buffer, offset, length ?? buffer.byteLength - offset, position);
      return result({ bytesRead: call.empty ? 0 : await promised(call), buffer });
    });
  }

  readv(buffers, position) {
    return this.#use('readv', async (fd) => result({ bytesRead: await promised(toReadv(fd, buffers, position)), buffers }));
  }

  write(buffer, offset, length, position) {
    return this.#use('write', async (fd) => {
      if (buffer?.byteLength === 0) return result({ bytesWritten: 0, buffer });
      if (typeof buffer === 'string') validateEncoding(buffer, length);
      return result({ bytesWritten: await promised(toWrite(fd, buffer, offset, length, position)), buffer });
    });
  }

  writev(buffers, position) {
    return this.#use('writev', async (fd) => {
      const call = toWritev(fd, buffers, position);
      return result({ bytesWritten: buffers.length === 0 ? 0 : await promised(call), buffers });
    });
  }

  readFile(options) {
    return this.#use('readFile', (fd) => {
      const all = toOptions(options, { flag: 'r' });
      return abortable(all.signal, toReadFile(fd, all));
    });
  }

  writeFile(data, options) {
    return this.#use('writeFile', (fd) => writeTo(fd, data, toWriteOptions(options, WRITE_DEFAULTS)));
  }

  appendFile(data, options) {
    return this.#use('appendFile', (fd) => writeTo(fd, data, toWriteOptions(options, APPEND_DEFAULTS)));
  }

  createReadStream(options = undefined) {
    const { ReadStream } = require('./streams');
    return new ReadStream(undefined, { ...toOptions(options), fd: this });
  }

  createWriteStream(options = undefined) {
    const { WriteStream } = require('./streams');
    return new WriteStream(undefined, { ...toOptions(options), fd: this });
  }

  readLines(options = undefined) {
    return require('node/readline').createInterface({ input: this.createReadStream(options), crlfDelay: Infinity });
  }

  /** A stream of bytes from where the file stands. It ends with the handle, and there is only one. */
  readableWebStream(options = {}) {
    validateObject(options, 'options');
    if (options.type !== undefined) validateOneOf(options.type, 'options.type', ['bytes']);
    const reason = this.#fd === -1 ? 'closed' : this.#closing ? 'closing' : this.#streamed ? 'locked' : undefined;
    if (reason !== undefined) throw new codes.ERR_INVALID_STATE(`The FileHandle is ${reason}`);
    this.#streamed = true;
    return require('./web_stream').webStreamOf(this);
  }

  async [Symbol.asyncDispose]() {
    return this.close();
  }
}

const abortable = (signal, call) => new Promise((resolve, reject) => {
  unlessAborted(signal, call, (error, value) => (error ? reject(error) : resolve(value)));
});

/** Writes text, bytes, or what yields them, piece by piece, to an open file. */
async function writeTo(fd, data, options) {
  if (!yields(data)) {
    await abortable(options.signal, toWriteFile(fd, data, options));
    return;
  }
  throwIfAborted(options.signal);
  const { Buffer } = require('node/buffer');
  for await (const chunk of data) {
    throwIfAborted(options.signal);
    const bytes = ArrayBuffer.isView(chunk) ? toBytes(chunk) : Buffer.from(chunk, options.encoding || 'utf8');
    await promised({ op: 'writeDescriptor', args: [fd, bytes, false] });
    throwIfAborted(options.signal);
  }
  if (options.flush) await promised({ op: 'fsync', args: [fd] });
}

const revive = ({ fd }) => new FileHandle(fd);

module.exports = { FileHandle, abortable, writeTo, revive };
