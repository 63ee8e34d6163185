'use strict';

const { codes: errorCodes } = require('internal/errors');
const { validateFunction, validateString } = require('internal/validators');
const { Channel } = require('./channel');
const { QUERIES, methods } = require('./queries');

/** What both kinds of resolver have: servers, and queries that can be called off. */
class ResolverBase {
  constructor(options) {
    this._handle = new Channel(options);
  }

  cancel() {
    this._handle.cancel();
  }

  getServers() {
    return (this._handle.getServers() ?? []).map(([address, port]) => {
      if (port === undefined || port === 53) return address;
      return address.includes(':') ? `[${address}]:${port}` : `${address}:${port}`;
    });
  }

  setServers(servers) {
    this._handle.setServers(servers);
  }

  setLocalAddress(ipv4, ipv6) {
    validateString(ipv4, 'ipv4');
    if (ipv6 !== undefined) validateString(ipv6, 'ipv6');
    this._handle.setLocalAddress(ipv4, ipv6);
  }
}

class Resolver extends ResolverBase {}

for (const method of Object.keys(QUERIES)) {
  const query = QUERIES[method];
  Resolver.prototype[method] = function(name, options, callback) {
    if (arguments.length < 3) {
      callback = options;
      options = undefined;
    }
    validateString(name, 'name');
    validateFunction(callback, 'callback');
    const request = { bindingName: query.syscall, callback, hostname: name, ttl: !!options?.ttl };
    this._handle.ask(query, name, options, (error, result) => {
      if (error) callback.call(request, error);
      else callback.call(request, null, result);
    });
    return request;
  };
  Object.defineProperty(Resolver.prototype[method], 'name', { value: query.syscall, configurable: true });
}

Resolver.prototype.resolve = function resolve(hostname, rrtype, callback) {
  let method = 'resolve4';
  if (typeof rrtype === 'function') {
    callback = rrtype;
  } else {
    validateString(rrtype, 'rrtype');
    method = methods.byType.get(rrtype);
    if (method === undefined) throw new errorCodes.ERR_INVALID_ARG_VALUE('rrtype', rrtype);
  }
  return this[method](hostname, callback);
};

// Callbacks and promises ask the same servers.
let shared;
const defaultResolver = {
  get: () => (shared ??= new Resolver()),
  /** Another one from now on: what was asked before goes on with the servers that it was asked. */
  setServers(servers) {
    const resolver = new Resolver();
    resolver.setServers(servers);
    shared = resolver;
  },
};

module.exports = { ResolverBase, Resolver, defaultResolver, methods: methods.names };
