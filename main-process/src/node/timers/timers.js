'use strict';

const core = require('internal/timers');
const { deprecationOnce } = require('internal/fatal/warning');

const { setTimeout, clearTimeout, setImmediate, clearImmediate, setInterval, clearInterval } = core;
const custom = Symbol.for('nodejs.util.promisify.custom');

for (const [original, name] of [[setTimeout, 'setTimeout'], [setImmediate, 'setImmediate']]) {
  Object.defineProperty(original, custom, { enumerable: true, get: () => require('./promises')[name] });
}

function deprecated(name, code, replacement, call) {
  return function enrolled(item, msecs) {
    deprecationOnce(`timers.${name}() is deprecated. ${replacement}`, code);
    return call(item, msecs);
  };
}

const instead = 'Please use timeout.refresh() instead.';

module.exports = {
  setTimeout,
  clearTimeout,
  setImmediate,
  clearImmediate,
  setInterval,
  clearInterval,
  _unrefActive: deprecated('_unrefActive', 'DEP0127', instead, (item) => core.enrolled().unrefActive(item)),
  active: deprecated('active', 'DEP0126', instead, (item) => core.enrolled().active(item)),
  unenroll: deprecated('unenroll', 'DEP0096', 'Please use clearTimeout instead.', (item) => core.enrolled().unenroll(item)),
  enroll: deprecated('enroll', 'DEP0095', 'Please use setTimeout instead.', (item, msecs) => core.enrolled().enroll(item, msecs)),
};

Object.defineProperty(module.exports, 'promises', { configurable: true, enumerable: true, get: () => require('./promises') });
