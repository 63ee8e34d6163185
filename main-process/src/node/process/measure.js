'use strict';

const { codes } = require('internal/errors');
const { validateArray, validateNumber, validateObject } = require('internal/validators');

const NANOSECONDS = 1e9;

function hrtime(time) {
  const [seconds, nanoseconds] = native.hrtime();
  if (time === undefined) return [seconds, nanoseconds];
  validateArray(time, 'time');
  if (time.length !== 2) throw new codes.ERR_OUT_OF_RANGE('time', 2, time.length);
  const rest = nanoseconds - time[1];
  return rest < 0 ? [seconds - time[0] - 1, rest + NANOSECONDS] : [seconds - time[0], rest];
}

hrtime.bigint = function bigint() {
  const [seconds, nanoseconds] = native.hrtime();
  return BigInt(seconds) * 1000000000n + BigInt(nanoseconds);
};

function previous(value, name) {
  if (value === undefined || typeof value !== 'number') validateNumber(value, `prevValue.${name}`);
  if (!(value >= 0 && value <= Number.MAX_SAFE_INTEGER)) {
    throw new codes.ERR_INVALID_ARG_VALUE.RangeError(`prevValue.${name}`, value);
  }
}

function cpuUsage(prevValue) {
  const [user, system] = native.cpuUsage();
  if (!prevValue) return { user, system };
  validateObject(prevValue, 'prevValue');
  previous(prevValue.user, 'user');
  previous(prevValue.system, 'system');
  return { user: user - prevValue.user, system: system - prevValue.system };
}

const RESOURCES = [
  'userCPUTime', 'systemCPUTime', 'maxRSS', 'sharedMemorySize', 'unsharedDataSize', 'unsharedStackSize', 'minorPageFault',
  'majorPageFault', 'swappedOut', 'fsRead', 'fsWrite', 'ipcSent', 'ipcReceived', 'signalsCount', 'voluntaryContextSwitches',
  'involuntaryContextSwitches',
];

function resourceUsage() {
  const values = native.resourceUsage();
  return Object.fromEntries(RESOURCES.map((name, index) => [name, values[index]]));
}

function memoryUsage() {
  const [total, used, buffers] = native.heap();
  return { rss: native.rss(), heapTotal: total, heapUsed: used, external: buffers, arrayBuffers: buffers };
}

memoryUsage.rss = function rss() {
  return native.rss();
};

const methods = {
  hrtime,
  cpuUsage,
  resourceUsage,
  memoryUsage,
  uptime: function uptime() {
    return native.uptime();
  },
  constrainedMemory: function constrainedMemory() {
    return native.memory()[0];
  },
  availableMemory: function availableMemory() {
    return native.memory()[1];
  },
};

module.exports = { methods };
