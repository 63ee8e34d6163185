'use strict';

const EventEmitter = require('./events');
const { omitted } = require('../electron/omitted');

const OMITTED = [
  'crash', 'hang', 'getHeapStatistics', 'getBlinkMemoryInfo', 'getProcessMemoryInfo', 'getSystemMemoryInfo', 'getCPUUsage',
  'getIOCounters', 'takeHeapSnapshot', 'setFdLimit', 'binding', 'dlopen', 'kill', 'exit', 'chdir',
];

/**
 * The part of `process` that sandboxed preloads have.
 * @param {{ process: object, arguments: string[], contextIsolation: boolean, sandbox: boolean }} config
 */
module.exports = function createProcess(config) {
  const { systemVersion = '', creationTime = Date.now(), ...given } = config.process;
  const process = Object.create(Object.create(EventEmitter.prototype, { constructor: { value: function process() {} } }));
  Object.assign(process, given, {
    type: 'renderer',
    argv: [given.execPath ?? '', ...(given.argv ?? []).slice(1), ...config.arguments],
    env: { ...given.env },
    sandboxed: config.sandbox,
    contextIsolated: config.contextIsolation,
    isMainFrame: true,
    noAsar: false,
    getSystemVersion: () => systemVersion,
    getCreationTime: () => creationTime,
    uptime: () => (Date.now() - creationTime) / 1000,
    cwd: () => given.cwd ?? '/',
    nextTick(callback, ...args) {
      queueMicrotask(() => callback(...args));
    },
    hrtime: Object.assign(
      ([seconds, nanoseconds] = [0, 0]) => {
        const now = performance.now() * 1e6 - (seconds * 1e9 + nanoseconds);
        return [Math.floor(now / 1e9), Math.round(now % 1e9)];
      },
      { bigint: () => BigInt(Math.round(performance.now() * 1e6)) },
    ),
    emitWarning: (warning) => console.warn(String(warning)),
  });
  for (const name of OMITTED) process[name] = omitted(`process.${name}`);
  Object.freeze(process.versions);
  return process;
};
