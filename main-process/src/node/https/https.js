'use strict';

const { Agent } = require('./agent');
const { Server } = require('./server');
const { ClientRequest } = require('node/http/client');
const { urlToHttpOptions, URL } = require('node/url');

let globalAgent = new Agent({ keepAlive: true, scheduling: 'lifo', timeout: 5000 });

const isURL = (value) => Boolean(value?.href && value.protocol && value.auth === undefined && value.path === undefined);

function createServer(options, requestListener) {
  return new Server(options, requestListener);
}

function request(...args) {
  let base = {};
  if (typeof args[0] === 'string') base = urlToHttpOptions(new URL(args.shift()));
  else if (isURL(args[0])) base = urlToHttpOptions(args.shift());
  const given = args[0] && typeof args[0] !== 'function' ? args.shift() : undefined;
  const options = Object.assign(base, given);
  options._defaultAgent = module.exports.globalAgent;
  return new ClientRequest(options, ...args);
}

function get(input, options, callback) {
  const req = request(input, options, callback);
  req.end();
  return req;
}

module.exports = { Agent, Server, createServer, get, request };
Object.defineProperty(module.exports, 'globalAgent', {
  configurable: true,
  enumerable: true,
  get: () => globalAgent,
  set(agent) {
    globalAgent = agent;
  },
});
