'use strict';

const { codes, errnoException } = require('internal/errors');
const { checkMaxBuffer, checkTimeout, normalize, toPlan } = require('./options');
const { MAX_BUFFER, checkCommand, sortExec, sortExecFile } = require('./exec');
const { nameOf, toKillSignal, toSignal } = require('./signals');
const { forNative, toStdio } = require('./stdio');

const viewBytes = (view) => new Uint8Array(view.buffer, view.byteOffset, view.byteLength);
const bufferOf = (bytes) => require('node/buffer').Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);

function toInput(value, index, encoding) {
  if (value == null) return null;
  if (ArrayBuffer.isView(value)) return viewBytes(value);
  if (typeof value === 'string') {
    const { Buffer } = require('node/buffer');
    return viewBytes(Buffer.from(value, Buffer.isEncoding(encoding) ? encoding : 'utf8'));
  }
  throw new codes.ERR_INVALID_ARG_TYPE(`options.stdio[${index}]`, ['Buffer', 'TypedArray', 'DataView', 'string'], value);
}

/** Pipes with what is to be written to them; `options.input` is meant for the first. */
function toStreams(options) {
  const stdio = toStdio(options.stdio || 'pipe', true);
  if (options.input) stdio[0] = { type: 'bytes', bytes: options.input };
  const inputs = stdio.map(({ type, bytes }, index) => (type === 'bytes' ? toInput(bytes, index, options.encoding) : null));
  return { stdio, inputs };
}

function run(options) {
  const { stdio, inputs } = toStreams(options);
  const limits = {
    timeout: options.timeout ?? 0,
    maxBuffer: options.maxBuffer ?? Infinity,
    killSignal: options.killSignal ?? toSignal('SIGTERM'),
    inputs,
  };
  const result = native.spawnSync(toPlan(options, stdio.map(forNative)), limits);
  const { encoding } = options;
  const decode = (bytes) => {
    if (bytes == null) return null;
    const buffer = bufferOf(bytes);
    return encoding && encoding !== 'buffer' ? buffer.toString(encoding) : buffer;
  };
  const started = result.pid !== 0;
  const output = started ? Array.from(stdio, (_, index) => decode(result.output[index])) : null;
  const signal = nameOf(result.signal);
  const shown = { status: started && signal === null ? result.status : null, signal, output, pid: result.pid };
  shown.stdout = output && output[1];
  shown.stderr = output && output[2];
  if (result.error == null) return shown;
  const error = errnoException(result.error, `spawnSync ${options.file}`);
  error.path = options.file;
  error.spawnargs = options.args.slice(1);
  return { error, ...shown };
}

function spawnSync(file, args, options) {
  const all = { __proto__: null, maxBuffer: MAX_BUFFER, ...normalize(file, args, options) };
  checkTimeout(all.timeout);
  checkMaxBuffer(all.maxBuffer);
  all.killSignal = toKillSignal(all.killSignal);
  return run(all);
}

/** The error of a command that failed, with all that is known of it. */
function failure(result, args, command) {
  let { error } = result;
  if (error === undefined && result.status === 0) return undefined;
  if (error === undefined) {
    let message = `Command failed: ${command ?? args.join(' ')}`;
    if (result.stderr && result.stderr.length > 0) message += `\n${result.stderr.toString()}`;
    error = new Error(message);
  }
  return Object.assign(error, result);
}

function finish(result, inherit, args, command) {
  if (inherit && result.stderr) process.stderr.write(result.stderr);
  const error = failure(result, args, command);
  if (error) throw error;
  return result.stdout;
}

function execFileSync(file, args, options) {
  ({ file, args, options } = sortExecFile(file, args, options));
  return finish(spawnSync(file, args, options), !options.stdio, [options.argv0 ?? file, ...args]);
}

function execSync(command, options) {
  checkCommand(command);
  const { file, options: all } = sortExec(command, options);
  return finish(spawnSync(file, all), !all.stdio, undefined, command);
}

module.exports = { spawnSync, execFileSync, execSync };
