'use strict';

const { codes: errorCodes } = require('internal/errors');
const { validateString } = require('internal/validators');
const { codes } = require('./codes');
const { lookupPromise, lookupServicePromise } = require('./lookup');
const order = require('./order');
const { QUERIES, methods } = require('./queries');
const { ResolverBase, defaultResolver } = require('./resolver');

class Resolver extends ResolverBase {}

/** Arguments are checked before there is a promise, as in the callbacks. */
function ask(resolver, method, name, options) {
  validateString(name, 'name');
  return new Promise((resolve, reject) => {
    resolver._handle.ask(QUERIES[method], name, options, (error, result) => (error ? reject(error) : resolve(result)));
  });
}

function methodOf(rrtype) {
  if (rrtype === undefined) return 'resolve4';
  validateString(rrtype, 'rrtype');
  const method = methods.byType.get(rrtype);
  if (method === undefined) throw new errorCodes.ERR_INVALID_ARG_VALUE('rrtype', rrtype);
  return method;
}

function resolveWith(resolver, name, rrtype) {
  validateString(name, 'name');
  return ask(resolver, methodOf(rrtype), name);
}

Resolver.prototype.resolve = function resolve(name, rrtype) {
  return resolveWith(this, name, rrtype);
};

Object.assign(exports, {
  lookup: Object.defineProperty(lookupPromise, 'name', { value: 'lookup' }),
  lookupService: Object.defineProperty(lookupServicePromise, 'name', { value: 'lookupService' }),
  Resolver,
  getDefaultResultOrder: order.get,
  setDefaultResultOrder: order.set,
  setServers: defaultResolver.setServers,
  ...codes,
  getServers: () => defaultResolver.get().getServers(),
  resolve: (name, rrtype) => resolveWith(defaultResolver.get(), name, rrtype),
});

for (const method of Object.keys(QUERIES)) {
  Resolver.prototype[method] = function(name, options) {
    return ask(this, method, name, options);
  };
  exports[method] = (name, options) => ask(defaultResolver.get(), method, name, options);
  for (const fn of [Resolver.prototype[method], exports[method]]) {
    Object.defineProperty(fn, 'name', { value: QUERIES[method].syscall, configurable: true });
  }
}
