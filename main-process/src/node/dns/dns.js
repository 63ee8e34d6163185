'use strict';

const { codes } = require('./codes');
const { lookup, lookupService } = require('./lookup');
const order = require('./order');
const { Resolver, methods, defaultResolver } = require('./resolver');

module.exports = {
  lookup,
  lookupService,
  Resolver,
  getDefaultResultOrder: order.get,
  setDefaultResultOrder: order.set,
  setServers: defaultResolver.setServers,
  ADDRCONFIG: native.ADDRCONFIG,
  ALL: native.ALL,
  V4MAPPED: native.V4MAPPED,
  ...codes,
};
for (const name of ['getServers', ...methods]) {
  module.exports[name] = function(...args) {
    return defaultResolver.get()[name](...args);
  };
  Object.defineProperty(module.exports[name], 'name', { value: name, configurable: true });
}
Object.defineProperty(module.exports, 'promises', {
  enumerable: true,
  configurable: true,
  get: () => require('./promises'),
});
