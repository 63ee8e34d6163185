'use strict';

const { codes, systemErrorName } = require('internal/errors');
const { validateAbortSignal, validateFunction, validateObject } = require('internal/validators');
const { checkMaxBuffer, checkNul, checkTimeout } = require('./options');
const { toKillSignal } = require('./signals');

const MAX_BUFFER = 1024 * 1024;

/** `execFile(file, args, options, callback)`, of which all but the first may be left out. */
function sortExecFile(file, args, options, callback) {
  if (Array.isArray(args)) args = args.slice();
  else if (args != null && typeof args === 'object') [callback, options, args] = [options, args, null];
  else if (typeof args === 'function') [callback, options, args] = [args, null, null];
  args ??= [];
  if (typeof options === 'function') callback = options;
  else if (options != null) validateObject(options, 'options');
  options = typeof options === 'function' ? {} : options ?? {};
  if (callback != null) validateFunction(callback, 'callback');
  if (options.argv0 != null) {
    require('internal/validators').validateString(options.argv0, 'options.argv0');
    checkNul(options.argv0, 'options.argv0');
  }
  return { file, args, options, callback };
}

/** What one stream gave, up to `most` bytes. The encoding is ours, or what somebody set on the stream. */
class Collected {
  #parts = [];
  #length = 0;
  #stream;

  constructor(stream, encoding, most, overflow) {
    this.#stream = stream;
    if (stream === null) return;
    if (encoding) stream.setEncoding(encoding);
    stream.on('data', (chunk) => {
      const length = typeof chunk === 'string' ? require('node/buffer').Buffer.byteLength(chunk, stream.readableEncoding) : chunk.length;
      const room = most - this.#length;
      this.#length += length;
      if (length <= room) {
        this.#parts.push(chunk);
      } else {
        this.#parts.push(chunk.slice(0, room));
        overflow();
      }
    });
  }

  value(encoding) {
    const text = encoding || this.#stream?.readableEncoding;
    return text ? this.#parts.join('') : require('node/buffer').Buffer.concat(this.#parts);
  }
}

class Execution {
  #child;
  #callback;
  #options;
  #command;
  #out;
  #err;
  #timer;
  #killed = false;
  #over = false;
  #error = null;
  #encoding;

  constructor(child, command, options, callback) {
    this.#child = child;
    this.#command = command;
    this.#options = options;
    this.#callback = callback;
    const encoding = require('node/buffer').Buffer.isEncoding(options.encoding) ? options.encoding : null;
    this.#encoding = encoding;
    const overflow = (name) => () => {
      this.#error = new codes.ERR_CHILD_PROCESS_STDIO_MAXBUFFER(name);
      this.#kill();
    };
    this.#out = new Collected(child.stdout, encoding, options.maxBuffer, overflow('stdout'));
    this.#err = new Collected(child.stderr, encoding, options.maxBuffer, overflow('stderr'));
    if (options.timeout > 0) {
      this.#timer = setTimeout(() => {
        this.#kill();
        this.#timer = null;
      }, options.timeout);
    }
    child.on('close', (code, signal) => this.#end(code, signal));
    child.on('error', (error) => {
      this.#error = error;
      child.stdout?.destroy();
      child.stderr?.destroy();
      this.#end();
    });
  }

  #kill() {
    this.#child.stdout?.destroy();
    this.#child.stderr?.destroy();
    this.#killed = true;
    try {
      this.#child.kill(this.#options.killSignal);
    } catch (error) {
      this.#error ??= error;
      this.#end();
    }
  }

  #end(code, signal) {
    if (this.#over) return;
    this.#over = true;
    if (this.#timer) clearTimeout(this.#timer);
    if (!this.#callback) return;
    const stdout = this.#out.value(this.#encoding);
    const stderr = this.#err.value(this.#encoding);
    if (this.#error === null && code === 0 && signal === null) {
      this.#callback(null, stdout, stderr);
      return;
    }
    const error = this.#error ?? this.#describe(code, signal, stderr);
    error.cmd = this.#command;
    this.#callback(error, stdout, stderr);
  }

  #describe(code, signal, stderr) {
    const error = new Error(`Command failed: ${this.#command}\n${stderr}`);
    error.code = code < 0 ? systemErrorName(code) : code;
    error.killed = this.#child.killed || this.#killed;
    error.signal = signal;
    return error;
  }
}

function execFile(file, args, options, callback) {
  ({ file, args, options, callback } = sortExecFile(file, args, options, callback));
  const all = {
    __proto__: null,
    encoding: 'utf8',
    timeout: 0,
    maxBuffer: MAX_BUFFER,
    killSignal: 'SIGTERM',
    cwd: null,
    env: null,
    shell: false,
    ...options,
  };
  checkTimeout(all.timeout);
  checkMaxBuffer(all.maxBuffer);
  all.killSignal = toKillSignal(all.killSignal);
  if (all.signal !== undefined) validateAbortSignal(all.signal, 'options.signal');
  const { cwd, env, gid, shell, signal, uid, windowsHide, windowsVerbatimArguments, argv0, stdio } = all;
  const { spawn } = require('node/child_process');
  const child = spawn(file, args, {
    argv0, cwd, env, gid, killSignal: all.killSignal, shell, signal, stdio, uid,
    windowsHide: Boolean(windowsHide),
    windowsVerbatimArguments: Boolean(windowsVerbatimArguments),
  });
  const command = args.length > 0 ? [file, ...args].join(' ') : file;
  all.maxBuffer ??= Infinity;
  new Execution(child, command, all, callback);
  return child;
}

function sortExec(command, options, callback) {
  if (typeof options === 'function') {
    callback = options;
    options = undefined;
  }
  const all = { __proto__: null, ...options };
  all.shell = typeof all.shell === 'string' ? all.shell : true;
  return { file: command, options: all, callback };
}

function checkCommand(command) {
  require('internal/validators').validateString(command, 'command');
  checkNul(command, 'command');
}

function exec(command, options, callback) {
  checkCommand(command);
  const sorted = sortExec(command, options, callback);
  return require('node/child_process').execFile(sorted.file, sorted.options, sorted.callback);
}

/** Makes `util.promisify(exec)` give `{ stdout, stderr }`, and both on the error, too. */
function promisable(fn) {
  const custom = (...args) => {
    let settle;
    const promise = new Promise((resolve, reject) => { settle = { resolve, reject }; });
    promise.child = fn(...args, (error, stdout, stderr) => {
      if (error === null) {
        settle.resolve({ stdout, stderr });
      } else {
        error.stdout = stdout;
        error.stderr = stderr;
        settle.reject(error);
      }
    });
    return promise;
  };
  Object.defineProperty(fn, Symbol.for('nodejs.util.promisify.custom'), { value: custom, enumerable: false });
  return fn;
}

module.exports = { MAX_BUFFER, checkCommand, exec: promisable(exec), execFile: promisable(execFile), sortExec, sortExecFile };
