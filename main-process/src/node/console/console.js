'use strict';

const { Console, start } = require('./console_class');

/** The global console: streams of the process, which are not made before something is written. */
const global = {};

start(global, {
  stdout: () => globalThis.process.stdout,
  stderr: () => globalThis.process.stderr,
  ignoreErrors: true,
  colorMode: 'auto',
  groupIndentation: 2,
});

// What only shows in an inspector does nothing without one, as in Node.
const nothing = {
  profile() {},
  profileEnd() {},
  timeStamp() {},
  context() {
    return new Console(globalThis.process.stdout, globalThis.process.stderr);
  },
  createTask(name) {
    if (name === undefined || `${name}` === '') throw new Error('First argument must be a non-empty string.');
    return { run: (fn) => fn() };
  },
};

global.Console = Console;
Object.assign(global, nothing);
Object.defineProperty(global, Symbol.toStringTag, {
  value: 'console', writable: false, enumerable: false, configurable: true,
});

module.exports = global;
