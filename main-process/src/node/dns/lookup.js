'use strict';

const { codes: errorCodes } = require('internal/errors');
const {
  validateBoolean, validateFunction, validateNumber, validateOneOf, validatePort, validateString,
} = require('internal/validators');
const { nextTick } = require('internal/task_queues');
const { failure } = require('./codes');
const order = require('./order');

const HINTS = native.ADDRCONFIG | native.ALL | native.V4MAPPED;
const FAMILIES = [0, 4, 6];
const NAMED_FAMILIES = { IPv4: 4, IPv6: 6 };

const isIP = (address) => require('node/net').isIP(address);

let warned = false;
function warnOfHostname(hostname) {
  if (warned) return;
  warned = true;
  process.emitWarning(
    `The provided hostname "${hostname}" is not a valid hostname, and is supported in the dns module solely for ` +
    'compatibility.', 'DeprecationWarning', 'DEP0118');
}

function validHints(hints) {
  validateNumber(hints, 'options.hints');
  hints >>>= 0;
  if ((hints & ~HINTS) !== 0) throw new errorCodes.ERR_INVALID_ARG_VALUE('hints', hints);
  return hints;
}

function validFamily(family) {
  if (family in NAMED_FAMILIES && typeof family === 'string') return NAMED_FAMILIES[family];
  validateOneOf(family, 'options.family', FAMILIES);
  return family;
}

/** What `lookup` is asked for; `options` is an object, a family or nothing. */
function settle(options) {
  const wanted = { family: 0, hints: 0, all: false, order: order.get() };
  if (typeof options === 'number') {
    validateOneOf(options, 'family', FAMILIES);
    wanted.family = options;
    return wanted;
  }
  if (options === undefined || options === null) return wanted;
  if (options.hints !== undefined && options.hints !== null) wanted.hints = validHints(options.hints);
  if (options.family !== undefined && options.family !== null) wanted.family = validFamily(options.family);
  if (options.all !== undefined && options.all !== null) {
    validateBoolean(options.all, 'options.all');
    wanted.all = options.all;
  }
  if (options.verbatim !== undefined && options.verbatim !== null) {
    validateBoolean(options.verbatim, 'options.verbatim');
    wanted.order = options.verbatim ? 'verbatim' : 'ipv4first';
  }
  if (options.order !== undefined && options.order !== null) {
    validateOneOf(options.order, 'options.order', order.ORDERS);
    wanted.order = options.order;
  }
  return wanted;
}

const familyOf = (address) => (address.includes(':') ? 6 : 4);

function sorted(addresses, wantedOrder) {
  if (wantedOrder === 'verbatim') return addresses;
  const first = wantedOrder === 'ipv4first' ? 4 : 6;
  return [
    ...addresses.filter((address) => familyOf(address) === first),
    ...addresses.filter((address) => familyOf(address) !== first),
  ];
}

/** `done(error)` or `done(null, found)`, `found` being a list with `all` and one address with its family otherwise. */
function ask(hostname, wanted, done) {
  const one = (address, family) => (wanted.all ? [{ address, family }] : { address, family });
  if (!hostname) {
    warnOfHostname(hostname);
    nextTick(done, null, wanted.all ? [] : { address: null, family: wanted.family === 6 ? 6 : 4 });
    return;
  }
  const literal = isIP(hostname);
  if (literal !== 0) {
    nextTick(done, null, one(hostname, literal));
    return;
  }
  native.getaddrinfo(hostname, wanted.family, wanted.hints, (error, [errno, addresses]) => {
    if (errno !== 0) {
      done(failure(errno, 'getaddrinfo', hostname));
      return;
    }
    const found = sorted(addresses, wanted.order).map((address) => ({ address, family: familyOf(address) }));
    done(null, wanted.all ? found : found[0]);
  });
}

/** What a request in flight is to its caller: nothing to act on, but something to look at. */
class GetAddrInfoReqWrap {
  constructor(callback, family, hostname) {
    this.callback = callback;
    this.family = family;
    this.hostname = hostname;
  }
}

function lookup(hostname, options, callback) {
  if (hostname) validateString(hostname, 'hostname');
  if (typeof options === 'function') {
    callback = options;
    options = undefined;
  } else if (options !== undefined && options !== null && typeof options !== 'object' && typeof options !== 'number') {
    validateFunction(arguments.length === 2 ? options : callback, 'callback');
    throw new errorCodes.ERR_INVALID_ARG_TYPE('options', ['integer', 'object'], options);
  } else {
    validateFunction(callback, 'callback');
  }
  const wanted = settle(options);
  const request = new GetAddrInfoReqWrap(callback, wanted.family, hostname);
  ask(hostname, wanted, (error, found) => {
    if (error) callback.call(request, error);
    else if (wanted.all) callback.call(request, null, found);
    else callback.call(request, null, found.address, found.family);
  });
  return hostname && isIP(hostname) === 0 ? request : {};
}

function lookupPromise(hostname, options) {
  if (hostname) validateString(hostname, 'hostname');
  if (options !== undefined && options !== null && typeof options !== 'object' && typeof options !== 'number') {
    throw new errorCodes.ERR_INVALID_ARG_TYPE('options', ['integer', 'object'], options);
  }
  const wanted = settle(options);
  return new Promise((resolve, reject) => {
    ask(hostname, wanted, (error, found) => (error ? reject(error) : resolve(found)));
  });
}

function checkService(address, port) {
  if (isIP(address) === 0) throw new errorCodes.ERR_INVALID_ARG_VALUE('address', address);
  validatePort(port);
}

function askService(address, port, done) {
  native.getnameinfo(address, +port, (error, [errno, hostname, service]) => {
    if (errno !== 0) done(failure(errno, 'getnameinfo', address));
    else done(null, hostname, service);
  });
}

function lookupService(address, port, callback) {
  if (arguments.length !== 3) throw new errorCodes.ERR_MISSING_ARGS('address', 'port', 'callback');
  checkService(address, port);
  validateFunction(callback, 'callback');
  askService(address, port, callback);
  return {};
}

function lookupServicePromise(address, port) {
  if (arguments.length !== 2) throw new errorCodes.ERR_MISSING_ARGS('address', 'port');
  checkService(address, port);
  return new Promise((resolve, reject) => {
    askService(address, port, (error, hostname, service) => (error ? reject(error) : resolve({ hostname, service })));
  });
}

const promisedArguments = Symbol.for('kaon.promisify.args');
Object.defineProperty(lookup, promisedArguments, { value: ['address', 'family'] });
Object.defineProperty(lookupService, promisedArguments, { value: ['hostname', 'service'] });

module.exports = { lookup, lookupPromise, lookupService, lookupServicePromise };
