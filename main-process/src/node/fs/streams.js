'use strict';

const { codes } = require('internal/errors');
const { validateBoolean, validateFunction, validateInteger } = require('internal/validators');
const { nextTick } = require('internal/task_queues');
const { Readable, Writable, finished } = require('node/stream');
const { Buffer } = require('node/buffer');
const { toFd, toOptions, toPath } = require('./arguments');

const { ERR_INVALID_ARG_TYPE, ERR_METHOD_NOT_IMPLEMENTED, ERR_OUT_OF_RANGE } = codes;
const kFs = Symbol('kFs');
const kIsPerformingIO = Symbol('kIsPerformingIO');
const kIoDone = Symbol('kIoDone');
const kHandle = Symbol('kHandle');

/** The calls that a stream over a FileHandle makes, in the callback style that it makes them in. */
function callsOf(handle) {
  const settle = (promise, callback, value) => {
    promise.then((result) => nextTick(callback, null, value(result)), (error) => nextTick(callback, error));
  };
  return {
    open: (path, flags, mode, callback) => { throw new ERR_METHOD_NOT_IMPLEMENTED('open()'); },
    close: (fd, callback) => {
      handle.unref();
      settle(handle.close(), callback, () => undefined);
    },
    fsync: (fd, callback) => settle(handle.sync(), callback, () => undefined),
    read: (fd, buffer, offset, length, position, callback) => {
      settle(handle.read(buffer, offset, length, position), callback, (result) => result.bytesRead);
    },
    write: (fd, buffer, offset, length, position, callback) => {
      settle(handle.write(buffer, offset, length, position), callback, (result) => result.bytesWritten);
    },
    writev: (fd, buffers, position, callback) => {
      settle(handle.writev(buffers, position), callback, (result) => result.bytesWritten);
    },
  };
}

/** The file that the options name, whose calls the stream is to use. */
function useFile(stream, { fd, fs, autoClose }) {
  const { FileHandle } = require('./file_handle');
  if (typeof fd === 'number') {
    stream[kFs] = fs ?? require('node/fs');
    stream.fd = toFd(fd);
    return;
  }
  if (!(typeof fd === 'object' && fd instanceof FileHandle)) {
    throw new ERR_INVALID_ARG_TYPE('options.fd', ['number', 'FileHandle'], fd);
  }
  if (fs !== undefined) throw new ERR_METHOD_NOT_IMPLEMENTED('FileHandle with fs');
  stream[kHandle] = fd;
  stream[kFs] = callsOf(fd);
  stream.fd = fd.fd;
  fd.ref();
  if (autoClose !== false) fd.on('close', () => stream.close());
}

function checkCalls(fs, names) {
  for (const name of names) validateFunction(fs[name], `options.fs.${name}`);
}

/** Options with their inherited properties, to be changed. */
function copyOptions(options) {
  const copy = {};
  for (const name in toOptions(options)) copy[name] = options[name];
  return typeof options === 'string' ? { encoding: options } : copy;
}

function checkRange({ start, end }) {
  if (start !== undefined) validateInteger(start, 'start', 0);
  if (end === undefined || end === Infinity) return;
  validateInteger(end, 'end', 0);
  if (start !== undefined && start > end) throw new ERR_OUT_OF_RANGE('start', `<= "end" (here: ${end})`, start);
}

const ownOpens = new Set();

/** Opens before the first use. An `open` that somebody put in the prototype's place is called as in old times. */
function construct(stream, callback) {
  if (typeof stream.fd === 'number') {
    callback();
    return;
  }
  if (!ownOpens.has(stream.open)) {
    callForeignOpen(stream, callback);
    return;
  }
  stream[kFs].open(stream.path, stream.flags, stream.mode, (error, fd) => {
    if (error) {
      callback(error);
      return;
    }
    stream.fd = fd;
    callback();
    stream.emit('open', fd);
    stream.emit('ready');
  });
}

function callForeignOpen(stream, callback) {
  const { emit } = stream;
  stream.emit = function (name, ...args) {
    if (name === 'open') {
      stream.emit = emit;
      callback();
      return emit.call(stream, name, ...args);
    }
    if (name === 'error') {
      stream.emit = emit;
      callback(args[0]);
      return true;
    }
    return emit.call(stream, name, ...args);
  };
  stream.open();
}

/** The old way to open a stream by hand. */
function deprecatedOpen(className) {
  function open() {
    require('internal/fatal/warning').deprecationOnce(`${className}.prototype.open() is deprecated`, 'DEP0135');
    this[kFs].open(this.path, this.flags, this.mode, (error, fd) => {
      if (error) {
        if (this.autoClose) this.destroy();
        this.emit('error', error);
        return;
      }
      this.fd = fd;
      this.emit('open', fd);
      this.emit('ready');
    });
  }
  ownOpens.add(open);
  return open;
}

function close(stream, error, callback) {
  stream[kFs].close(stream.fd, (failure) => callback(failure || error));
  stream.fd = null;
}

/** Closes once nothing is under way, so that no other file gets the number meanwhile. */
function destroy(stream, error, callback) {
  const end = (failure) => {
    if (typeof stream.fd === 'number') close(stream, failure ?? error, callback);
    else callback(failure ?? error);
  };
  if (stream[kIsPerformingIO]) stream.once(kIoDone, end);
  else end();
}

function ReadStream(path, options) {
  if (!(this instanceof ReadStream)) return new ReadStream(path, options);
  const all = copyOptions(options);
  if (all.highWaterMark === undefined) all.highWaterMark = 64 * 1024;
  if (all.autoDestroy === undefined) all.autoDestroy = false;
  if (all.fd == null) {
    this.fd = null;
    this[kFs] = all.fs || require('node/fs');
    validateFunction(this[kFs].open, 'options.fs.open');
    this.path = toPath(path);
    this.flags = all.flags === undefined ? 'r' : all.flags;
    this.mode = all.mode === undefined ? 0o666 : all.mode;
  } else {
    useFile(this, all);
  }
  checkCalls(this[kFs], ['read', 'close']);
  all.autoDestroy = all.autoClose === undefined ? true : all.autoClose;
  checkRange(all);
  this.start = all.start;
  this.end = all.end ?? Infinity;
  this.pos = all.start;
  this.bytesRead = 0;
  this[kIsPerformingIO] = false;
  Reflect.apply(Readable, this, [all]);
  if (all.encoding) this.setEncoding(all.encoding);
}
Object.setPrototypeOf(ReadStream.prototype, Readable.prototype);
Object.setPrototypeOf(ReadStream, Readable);

const autoClose = (state) => ({
  get() {
    return this[state].autoDestroy;
  },
  set(value) {
    this[state].autoDestroy = value;
  },
  configurable: true,
});

Object.defineProperties(ReadStream.prototype, {
  autoClose: autoClose('_readableState'),
  pending: { get() { return this.fd === null; }, configurable: true },
});
ReadStream.prototype.open = deprecatedOpen('ReadStream');
ReadStream.prototype._construct = function (callback) {
  construct(this, callback);
};

ReadStream.prototype._read = function (size) {
  const wanted = this.pos === undefined ? Math.min(this.end - this.bytesRead + 1, size) : Math.min(this.end - this.pos + 1, size);
  if (wanted <= 0) {
    this.push(null);
    return;
  }
  const buffer = Buffer.allocUnsafeSlow(wanted);
  this[kIsPerformingIO] = true;
  this[kFs].read(this.fd, buffer, 0, wanted, this.pos, (error, bytesRead) => {
    this[kIsPerformingIO] = false;
    // It may be closed only now that the system is done with it.
    if (this.destroyed) {
      this.emit(kIoDone, error);
    } else if (error) {
      require('node/stream/destroy').errorOrDestroy(this, error);
    } else if (bytesRead > 0) {
      if (this.pos !== undefined) this.pos += bytesRead;
      this.bytesRead += bytesRead;
      this.push(bytesRead === buffer.length ? buffer : Buffer.from(buffer.subarray(0, bytesRead)));
    } else {
      this.push(null);
    }
  });
};

ReadStream.prototype._destroy = function (error, callback) {
  destroy(this, error, callback);
};

ReadStream.prototype.close = function (callback) {
  if (typeof callback === 'function') finished(this, callback);
  this.destroy();
};

function checkWriting(fs) {
  if (!fs.write && !fs.writev) throw new ERR_INVALID_ARG_TYPE('options.fs.write', 'function', fs.write);
  checkCalls(fs, ['write', 'writev'].filter((name) => fs[name]));
  checkCalls(fs, ['close']);
}

function WriteStream(path, options) {
  if (!(this instanceof WriteStream)) return new WriteStream(path, options);
  const all = copyOptions(options);
  all.decodeStrings = true;
  if (all.fd == null) {
    this.fd = null;
    this[kFs] = all.fs || require('node/fs');
    validateFunction(this[kFs].open, 'options.fs.open');
    this.path = toPath(path);
    this.flags = all.flags === undefined ? 'w' : all.flags;
    this.mode = all.mode === undefined ? 0o666 : all.mode;
  } else {
    useFile(this, all);
  }
  checkWriting(this[kFs]);
  all.autoDestroy = all.autoClose === undefined ? true : all.autoClose;
  all.flush ??= false;
  validateBoolean(all.flush, 'options.flush');
  if (all.flush) checkCalls(this[kFs], ['fsync']);
  if (!this[kFs].write) this._write = undefined;
  if (!this[kFs].writev) this._writev = undefined;
  checkRange({ start: all.start });
  this.flush = all.flush;
  this.start = all.start;
  this.pos = all.start;
  this.bytesWritten = 0;
  this[kIsPerformingIO] = false;
  Reflect.apply(Writable, this, [all]);
  if (all.encoding) this.setDefaultEncoding(all.encoding);
}
Object.setPrototypeOf(WriteStream.prototype, Writable.prototype);
Object.setPrototypeOf(WriteStream, Writable);

Object.defineProperties(WriteStream.prototype, {
  autoClose: autoClose('_writableState'),
  pending: { get() { return this.fd === null; }, configurable: true },
});
WriteStream.prototype.open = deprecatedOpen('WriteStream');
WriteStream.prototype._construct = function (callback) {
  construct(this, callback);
};

const MOST_TRIES = 5;
const after = (position, count) => (position === undefined ? undefined : position + count);

/** Writes what is left until all is written, as the system may take a part of it only. */
function writeAll(stream, data, position, callback, tries = 0) {
  stream[kFs].write(stream.fd, data, 0, data.length, position, (error, written = 0) => {
    if (error?.code === 'EAGAIN') error = null;
    if (stream.destroyed || error) {
      callback(error || new codes.ERR_STREAM_DESTROYED('write'));
      return;
    }
    stream.bytesWritten += written;
    if (written === data.length) {
      callback();
      return;
    }
    tries = written === 0 ? tries + 1 : 0;
    if (tries > MOST_TRIES) callback(new Error('write failed'));
    else writeAll(stream, data.subarray(written), after(position, written), callback, tries);
  });
}

function perform(stream, start, callback) {
  stream[kIsPerformingIO] = true;
  start((error) => {
    stream[kIsPerformingIO] = false;
    if (stream.destroyed) {
      callback(error);
      stream.emit(kIoDone, error);
      return;
    }
    callback(error);
  });
}

WriteStream.prototype._write = function (data, encoding, callback) {
  const position = this.pos;
  if (position !== undefined) this.pos += data.length;
  perform(this, (done) => writeAll(this, data, position, done), callback);
};

WriteStream.prototype._writev = function (chunks, callback) {
  const buffers = chunks.map(({ chunk }) => chunk);
  const size = buffers.reduce((sum, buffer) => sum + buffer.length, 0);
  const position = this.pos;
  if (position !== undefined) this.pos += size;
  const start = (done) => this[kFs].writev(this.fd, buffers, position, (error, written) => {
    if (error || written === size) {
      if (!error) this.bytesWritten += written;
      done(error);
      return;
    }
    this.bytesWritten += written;
    writeAll(this, Buffer.concat(buffers).subarray(written), after(position, written), done);
  });
  perform(this, start, callback);
};

WriteStream.prototype._destroy = function (error, callback) {
  if (!this.flush || error || typeof this.fd !== 'number') {
    destroy(this, error, callback);
    return;
  }
  this[kFs].fsync(this.fd, (failure) => destroy(this, failure, callback));
};

WriteStream.prototype.close = function (callback) {
  if (callback) {
    if (this.closed) {
      nextTick(callback);
      return;
    }
    this.on('close', callback);
  }
  if (!this.autoClose) this.on('finish', this.destroy);
  this.end();
};
WriteStream.prototype.destroySoon = WriteStream.prototype.end;

module.exports = { ReadStream, WriteStream };
