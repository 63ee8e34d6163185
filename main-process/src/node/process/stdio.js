'use strict';

const { Readable, Writable } = require('node/stream');
const { Buffer } = require('node/buffer');
const { errnoException } = require('internal/errors');

/** Standard output to a file or a pipe. What is written has left when `write` returns; nothing closes it. */
class Output extends Writable {
  constructor(fd) {
    super({ decodeStrings: false });
    this.fd = fd;
    this._type = native.kindOf(fd) === 'PIPE' ? 'pipe' : 'fs';
    this._isStdio = true;
    this.destroySoon = this.destroy;
  }

  _write(chunk, encoding, callback) {
    writeSync(this.fd, chunk, encoding, callback);
  }

  _destroy(error, callback) {
    keepOpen(this, error, callback);
  }
}

function writeSync(fd, chunk, encoding, callback) {
  try {
    if (typeof chunk === 'string' && (encoding === 'utf8' || encoding === 'utf-8')) native.write(fd, chunk.toWellFormed());
    else native.writeBytes(fd, typeof chunk === 'string' ? Buffer.from(chunk, encoding) : chunk);
  } catch (error) {
    callback(errnoException(error.errno, 'write'));
    return;
  }
  callback();
}

// A script that destroys process.stdout does not want it to be gone for everybody else.
function keepOpen(stream, error, callback) {
  callback(error);
  stream._undestroy();
  if (!stream._writableState.emitClose) require('internal/task_queues').nextTick(() => stream.emit('close'));
}

function output(fd) {
  if (native.kindOf(fd) !== 'TTY') return new Output(fd);
  const { WriteStream } = require('node/tty');
  const stream = new WriteStream(fd);
  stream._isStdio = true;
  stream._destroy = (error, callback) => keepOpen(stream, error, callback);
  return stream;
}

/** Standard input: read as it is asked for, on a thread of its own; the process lives on while it waits for some. */
function input() {
  const kind = native.kindOf(0);
  const { ReadStream } = require('node/tty');
  const stream = kind === 'TTY' ? new ReadStream(0) : new Readable({ highWaterMark: 64 * 1024 });
  stream.fd = 0;
  let pending = false;
  let referenced = true;
  const tell = () => native.refInput(pending && referenced && !stream.isPaused());

  native.openInput((error, bytes) => {
    pending = false;
    tell();
    if (error) stream.destroy(error);
    else stream.push(bytes.length === 0 ? null : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  });
  stream._read = () => {
    if (pending) return;
    pending = true;
    native.readInput();
    tell();
  };
  stream.on('pause', tell);
  stream.on('resume', tell);
  stream.ref = () => {
    referenced = true;
    tell();
    return stream;
  };
  stream.unref = () => {
    referenced = false;
    tell();
    return stream;
  };
  stream._destroy = (error, callback) => {
    pending = false;
    tell();
    callback(error);
  };
  return stream;
}

module.exports = { output, input, writeSync };
