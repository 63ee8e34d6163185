'use strict';

const { codes } = require('internal/errors');
const { owner } = require('internal/fatal');
const process = require('node/process');
const threads = require('node/worker_threads');
const messaging = require('./messaging');
const { serialize } = require('./errors');

// What only the main thread may do; each throws.
const REFUSED = [
  'abort', 'chdir', 'send', 'disconnect', 'initgroups', 'setgroups', 'setegid', 'seteuid', 'setgid', 'setuid',
];
const REFUSED_VALUES = ['channel', 'connected'];

function refuse(name) {
  const refused = { [name]() { throw new codes.ERR_WORKER_UNSUPPORTED_OPERATION(`process.${name}()`); } }[name];
  refused.disabled = true;
  return refused;
}

function limitProcess() {
  for (const name of REFUSED) {
    if (name in process || name === 'send' || name === 'disconnect') process[name] = refuse(name);
  }
  for (const name of REFUSED_VALUES) {
    Object.defineProperty(process, name, {
      configurable: true,
      get() { throw new codes.ERR_WORKER_UNSUPPORTED_OPERATION(`process.${name}`); },
    });
  }
  const { umask } = process;
  process.umask = function (mask) {
    if (mask !== undefined) throw new codes.ERR_WORKER_UNSUPPORTED_OPERATION('Setting process.umask()');
    return umask();
  };
}

function redirectStreams(control, hasStdin) {
  const { Incoming, Outgoing, feed } = require('./stdio');
  const define = (name, value) => Object.defineProperty(process, name, { value, configurable: true, enumerable: true, writable: true });
  for (const name of ['stdout', 'stderr']) {
    const stream = new Outgoing((chunks) => {
      if (chunks !== null) control.postMessage({ type: name, chunks });
    });
    stream._isStdio = true;
    stream.destroySoon = stream.destroy;
    stream._destroy = (error, callback) => callback(error);
    define(name, stream);
  }
  const stdin = new Incoming(() => {
    if (hasStdin) control.ref();
  });
  if (!hasStdin) stdin.push(null);
  define('stdin', stdin);
  return (chunks) => {
    feed(stdin, chunks);
    if (chunks === null) control.unref();
  };
}

/** An error that nobody caught is the parent's. */
function report(control, error) {
  let form;
  try {
    form = serialize(error);
  } catch {
    form = serialize(new codes.ERR_WORKER_UNSERIALIZABLE_ERROR());
  }
  control.postMessage({ type: 'error', error: form });
}

function listen(control, stdin) {
  messaging.above.tell = (message, list) => control.postMessage(message, list);
  control.on('message', (message) => {
    if (message.type === 'stdin') stdin(message.chunks);
    else messaging.handle(message, messaging.above);
  });
  control.unref();
  control.postMessage({ type: 'thread', id: threads.threadId });
}

function describe({ entry, argv, limits, port, workerData, environmentData, title, flags }) {
  const script = entry.file ?? (entry.url === undefined ? '[worker eval]' : entry.url);
  process.argv = [process.execPath, script, ...argv];
  if (flags !== undefined) process.execArgv = flags;
  const { debugPort } = process;
  // Both belong to the whole process: what a worker assigns is not heard.
  for (const [name, value] of [['title', title], ['debugPort', debugPort]]) {
    Object.defineProperty(process, name, { configurable: true, enumerable: true, get: () => value, set() {} });
  }
  Object.assign(threads, { parentPort: port, workerData, resourceLimits: limits });
  require('./environment').inherit(environmentData);
}

/** Sets up this worker as its parent asked for; returns what to run. */
function setUp() {
  const init = native.init();
  const { control } = init;
  limitProcess();
  const stdin = redirectStreams(control, init.hasStdin);
  listen(control, stdin);
  describe(init);
  owner.report = (error) => report(control, error);
  owner.writeError = (text) => process.stderr.write(text);
  control.postMessage({ type: 'online' });
  const { any } = require('internal/options');
  return { entry: init.entry, prepared: any };
}

module.exports = { setUp };
