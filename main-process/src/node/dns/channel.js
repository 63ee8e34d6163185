'use strict';

const { codes: errorCodes } = require('internal/errors');
const { validateArray, validateInt32, validateObject, validateString, validateUint32 } = require('internal/validators');
const { nextTick } = require('internal/task_queues');
const { failure } = require('./codes');
const { Cache } = require('./cache');

const isIP = (address) => require('node/net').isIP(address);

const DEFAULT_PORT = 53;
const UV_EINVAL = -22;

/** `[address, port]` of `1.2.3.4`, `1.2.3.4:53`, `::1`, `[::1]` or `[::1]:53`. */
function parseServer(text) {
  if (isIP(text) !== 0) return [text, DEFAULT_PORT];
  const bracket = text.startsWith('[') ? text.indexOf(']') : -1;
  const [address, rest] = bracket > 0 ? [text.slice(1, bracket), text.slice(bracket + 1)] : split(text);
  const family = isIP(address);
  if (family !== (bracket > 0 ? 6 : 4) || !/^(?::[0-9]{1,5})?$/.test(rest)) throw new errorCodes.ERR_INVALID_IP_ADDRESS(text);
  const port = rest === '' ? DEFAULT_PORT : Number(rest.slice(1));
  return [address, port || DEFAULT_PORT];
}

function split(text) {
  const colon = text.indexOf(':');
  return colon < 0 ? [text, ''] : [text.slice(0, colon), text.slice(colon)];
}

function timing(options) {
  const { timeout = -1, tries = 4, maxTimeout = 0 } = { ...options };
  validateInt32(timeout, 'options.timeout', -1);
  validateInt32(tries, 'options.tries', 1);
  validateUint32(maxTimeout, 'options.maxTimeout');
  return { timeout, tries, maxTimeout };
}

const refusal = (message) => Object.assign(new TypeError(message), { code: 'ERR_INVALID_ARG_VALUE' });

/** Whom to ask, how long to wait, and what is being waited for. */
class Channel {
  constructor(options) {
    if (options !== undefined && options !== null) validateObject(options, 'options');
    const { timeout, tries, maxTimeout } = timing(options);
    this.timeout = timeout;
    this.tries = tries;
    this.maxTimeout = maxTimeout;
    this.servers = undefined;
    this.ipv4 = '';
    this.ipv6 = '';
    this.pending = new Set();
    this.cache = new Cache();
  }

  /** The system's until some are set. */
  getServers() {
    return this.servers ??= native.servers().map((address) => [address, DEFAULT_PORT]);
  }

  setServers(servers) {
    validateArray(servers, 'servers');
    const parsed = [];
    servers.forEach((server, index) => {
      validateString(server, `servers[${index}]`);
      parsed.push(parseServer(server));
    });
    if (this.pending.size > 0) throw new errorCodes.ERR_DNS_SET_SERVERS_FAILED('There are pending queries.', servers);
    this.servers = parsed;
    this.cache = new Cache();
  }

  setLocalAddress(first, second) {
    const families = [isIP(first), second === undefined ? -1 : isIP(second)];
    if (families.includes(0)) throw refusal('Invalid IP address.');
    if (families[0] === families[1]) {
      throw refusal(`Cannot specify two IPv${families[0]} addresses.`);
    }
    const of = (family) => [first, second][families.indexOf(family)] ?? '';
    this.ipv4 = of(4);
    this.ipv6 = of(6);
  }

  cancel() {
    for (const stop of this.pending) stop();
  }

  /** `done(error)` or `done(null, result)`. */
  ask(query, name, options, done) {
    const fail = (code) => done(failure(code, query.syscall, name));
    const settle = (code, rows) => {
      if (code) fail(code);
      else done(null, query.finish(rows, options));
    };
    if (query.syscall === 'getHostByAddr') this.askForHost(name, query, settle);
    else this.send(name, query.type, settle);
  }

  askForHost(address, query, settle) {
    if (isIP(address) === 0) throw failure(UV_EINVAL, query.syscall, address);
    const names = native.aliasesOf(address);
    if (names) {
      nextTick(settle, '', names.map((name) => ['PTR', 0, name]));
      return;
    }
    this.send(native.reverseName(address), query.type, settle);
  }

  send(name, type, settle) {
    const kept = this.cache.get(name, type);
    if (kept !== undefined) {
      nextTick(settle, '', kept);
      return;
    }
    const servers = this.getServers();
    const { timeout, tries, maxTimeout, ipv4, ipv6 } = this;
    const request = { name, type, servers, timeout, tries, maxTimeout, local: [ipv4, ipv6] };
    const stop = native.query(JSON.stringify(request), (error, [code, rows]) => {
      this.pending.delete(stop);
      if (!code) this.cache.add(name, type, rows);
      settle(code, rows);
    });
    this.pending.add(stop);
  }
}

module.exports = { Channel };
