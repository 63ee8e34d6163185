'use strict';

const EventEmitter = require('node/events');
const { codes, errnoException } = require('internal/errors');
const { nextTick } = require('internal/task_queues');
const { isWindows } = require('internal/platform');
const { validateArray, validateObject, validateOneOf, validateString } = require('internal/validators');
const { forNative, kUsedAsStdio, toStdio } = require('./stdio');
const { toPlan } = require('./options');
const { toSignal, nameOf } = require('./signals');

// These are told as an event; what else goes wrong at the start is thrown.
const TOLD_LATER = new Set(['EACCES', 'EAGAIN', 'EMFILE', 'ENFILE', 'ENOENT']);

/** A pipe of a child that never came to be: at its end already. */
const deadPipe = () => ({
  start(read) { this.tell = read; },
  read() { setImmediate(this.tell, null); },
  write(bytes, done) { nextTick(done); },
  setRef() {},
  finish() {},
  close() {},
});

class ChildProcess extends EventEmitter {
  _closesNeeded = 1;
  _closesGot = 0;
  connected = false;
  signalCode = null;
  exitCode = null;
  killed = false;
  spawnfile = null;
  _handle = null;
  #channel = null;

  spawn(options) {
    validateObject(options, 'options');
    const stdio = toStdio(options.stdio || 'pipe', false);
    const channelAt = stdio.findIndex((entry) => entry.ipc);
    const { serialization } = options;
    validateOneOf(serialization, 'options.serialization', [undefined, 'json', 'advanced']);
    let { envPairs = [] } = options;
    if (channelAt >= 0) {
      validateArray(envPairs, 'options.envPairs');
      // Descriptors are not inherited there: the child connects to its channel by name.
      if (isWindows) this.#channel = native.createChannel();
      const place = this.#channel?.name ?? channelAt;
      envPairs = [...envPairs, `NODE_CHANNEL_FD=${place}`, `NODE_CHANNEL_SERIALIZATION_MODE=${serialization ?? 'json'}`];
    }
    validateString(options.file, 'options.file');
    this.spawnfile = options.file;
    if (options.args !== undefined) validateArray(options.args, 'options.args');
    this.spawnargs = options.args ?? [];
    const pipes = this.#start(options, stdio, Array.isArray(envPairs) ? envPairs : []);
    if (this.pid !== undefined) nextTick(() => this.emit('spawn'));
    this.#wrap(stdio, pipes, channelAt, serialization);
    return this.pid === undefined ? this.exitCode ?? 0 : 0;
  }

  #start(options, stdio, envPairs) {
    try {
      const files = stdio.map((entry) => (entry.ipc && this.#channel ? null : forNative(entry)));
      const plan = toPlan({ __proto__: null, ...options, envPairs }, files);
      const handle = native.spawn(plan, (code, signal) => this.#ended(code, nameOf(signal)));
      this._handle = handle;
      this.pid = handle.pid;
      return handle.pipes;
    } catch (error) {
      this.#channel?.close();
      this.#channel = null;
      if (!TOLD_LATER.has(error.code)) {
        throw error.errno === undefined ? error : errnoException(error.errno, 'spawn');
      }
      this.pid = undefined;
      nextTick(() => this.#ended(error.errno, null));
      return stdio.map((entry) => (entry.type === 'pipe' ? deadPipe() : null));
    }
  }

  #wrap(stdio, pipes, channelAt, serialization) {
    const { PipeStream } = require('./pipe_stream');
    this.stdio = stdio.map((entry, index) => {
      if (entry.type !== 'pipe' || index === channelAt) return null;
      const stream = new PipeStream(pipes[index], { readable: index > 0, writable: index === 0 || index > 2 });
      if (index > 0) {
        this._closesNeeded++;
        stream.on('close', () => this.#countClose());
      }
      return stream;
    });
    [this.stdin, this.stdout, this.stderr] = this.stdio;
    if (channelAt >= 0) this.#connect(this.#channel ?? pipes[channelAt], serialization);
  }

  #connect(pipe, serialization) {
    this._closesNeeded++;
    require('./channel').setupChannel(this, pipe, () => this.#countClose(), serialization);
  }

  #ended(code, signalCode) {
    if (signalCode) this.signalCode = signalCode;
    else this.exitCode = code;
    if (this.stdin) this.stdin.destroy();
    this._handle?.setRef(false);
    this._handle = null;
    if (this.#channel) native.releaseChannel(this.#channel.name);
    if (code < 0 && this.pid === undefined) this.#failed(code);
    else this.emit('exit', this.exitCode, this.signalCode);
    // What the child wrote last must flow, or its streams never close.
    nextTick(() => {
      for (const stream of this.stdio) if (stream?.readable && !stream[kUsedAsStdio]) stream.resume();
    });
    this.#countClose();
  }

  #failed(errno) {
    const error = errnoException(errno, this.spawnfile ? `spawn ${this.spawnfile}` : 'spawn');
    if (this.spawnfile) error.path = this.spawnfile;
    error.spawnargs = this.spawnargs.slice(1);
    this.emit('error', error);
  }

  #countClose() {
    if (++this._closesGot === this._closesNeeded) this.emit('close', this.exitCode, this.signalCode);
  }

  kill(signal) {
    const number = signal === 0 ? 0 : toSignal(signal === undefined ? 'SIGTERM' : signal);
    if (this._handle === null) return false;
    try {
      this._handle.kill(number);
    } catch (error) {
      if (error.code === 'ESRCH') return false;
      const failure = errnoException(error.errno, 'kill');
      if (error.code === 'EINVAL' || error.code === 'ENOSYS') throw failure;
      this.emit('error', failure);
      return false;
    }
    this.killed = true;
    return true;
  }

  ref() {
    this._handle?.setRef(true);
  }

  unref() {
    this._handle?.setRef(false);
  }

  [Symbol.dispose]() {
    if (!this.killed) this.kill();
  }
}

module.exports = { ChildProcess };
