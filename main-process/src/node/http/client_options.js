'use strict';

const net = require('node/net');
const { codes } = require('internal/errors');
const { validateBoolean, validateInteger } = require('internal/validators');
const { urlToHttpOptions } = require('node/url');
const agents = require('./agent');
const { isToken } = require('./validation');

// What a URL's path may not have in it.
const INVALID_PATH = /[^\u0021-\u00ff]/;

const isURL = (value) => Boolean(value?.href && value.protocol && value.auth === undefined && value.path === undefined);

/** `[options, callback]` of the ways to call `request`. */
function normalise(input, options, callback) {
  let base = null;
  if (typeof input === 'string') {
    base = urlToHttpOptions(new URL(input));
  } else if (isURL(input)) {
    base = urlToHttpOptions(input);
  } else {
    callback = options;
    options = input;
  }
  if (typeof options === 'function') return [base || {}, options];
  return [Object.assign(base || {}, options), callback];
}

/** The agent to ask; undefined when the options make the connection themselves. */
function agentOf(options, defaultAgent) {
  const { agent } = options;
  if (agent === false) return new defaultAgent.constructor();
  if (agent === null || agent === undefined) return typeof options.createConnection === 'function' ? agent : defaultAgent;
  if (typeof agent.addRequest !== 'function') {
    throw new codes.ERR_INVALID_ARG_TYPE('options.agent', ['Agent-like Object', 'undefined', 'false'], agent);
  }
  return agent;
}

function hostOf(host, name) {
  if (host !== null && host !== undefined && typeof host !== 'string') {
    throw new codes.ERR_INVALID_ARG_TYPE(`options.${name}`, ['string', 'undefined', 'null'], host);
  }
  return host;
}

function methodOf({ method }) {
  if (method === null || method === undefined) return 'GET';
  if (typeof method !== 'string') throw new codes.ERR_INVALID_ARG_TYPE('options.method', 'string', method);
  if (method === '') return 'GET';
  if (!isToken(method)) throw new codes.ERR_INVALID_HTTP_TOKEN('Method', method);
  return method.toUpperCase();
}

function checkProtocol(options, agent, defaultAgent) {
  const protocol = options.protocol || defaultAgent.protocol;
  const expected = agent?.protocol || defaultAgent.protocol;
  if (options.path && INVALID_PATH.test(String(options.path))) throw new codes.ERR_UNESCAPED_CHARACTERS('Request path');
  if (protocol !== expected) throw new codes.ERR_INVALID_PROTOCOL(protocol, expected);
  return protocol;
}

const defaultAgentOf = (options) => options._defaultAgent || agents.globalAgent;

function checkParserOptions({ maxHeaderSize, insecureHTTPParser, joinDuplicateHeaders }) {
  if (maxHeaderSize !== undefined) validateInteger(maxHeaderSize, 'maxHeaderSize', 0);
  if (insecureHTTPParser !== undefined) validateBoolean(insecureHTTPParser, 'options.insecureHTTPParser');
  if (joinDuplicateHeaders !== undefined) validateBoolean(joinDuplicateHeaders, 'options.joinDuplicateHeaders');
}

/** What `Host` says: brackets around an IPv6 address, and a port that is not the usual one. */
function hostHeader(host, port, defaultPort) {
  const colon = host.indexOf(':');
  const isIPv6 = colon !== -1 && host.includes(':', colon + 1) && !host.startsWith('[');
  const name = isIPv6 ? `[${host}]` : host;
  return port && +port !== defaultPort ? `${name}:${port}` : name;
}

/** Makes a connection that no agent keeps. */
function connectAlone(options, onCreate) {
  let opts = options;
  if (opts.path || opts.socketPath) opts = { ...opts, path: opts.socketPath || undefined };
  if (typeof opts.createConnection !== 'function') {
    onCreate(null, net.createConnection(opts));
    return;
  }
  let isCreated = false;
  const once = (error, socket) => {
    if (isCreated) return;
    isCreated = true;
    onCreate(error, socket);
  };
  try {
    const socket = opts.createConnection(opts, once);
    if (socket) once(null, socket);
  } catch (error) {
    once(error);
  }
}

module.exports = {
  normalise, agentOf, hostOf, methodOf, checkProtocol, defaultAgentOf, checkParserOptions, hostHeader, connectAlone,
};
