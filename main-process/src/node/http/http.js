'use strict';

const { validateInteger } = require('internal/validators');
const agents = require('./agent');
const { ClientRequest } = require('./client');
const { methods, parsers, maxHeaderSize } = require('./parser');
const { IncomingMessage } = require('./incoming');
const { OutgoingMessage, validateHeaderName, validateHeaderValue } = require('./outgoing');
const { _connectionListener, Server, ServerResponse, STATUS_CODES } = require('./server');

function createServer(options, requestListener) {
  return new Server(options, requestListener);
}

function request(url, options, callback) {
  return new ClientRequest(url, options, callback);
}

function get(url, options, callback) {
  const req = request(url, options, callback);
  req.end();
  return req;
}

function setMaxIdleHTTPParsers(max) {
  validateInteger(max, 'max', 1);
  parsers.max = max;
}

module.exports = {
  _connectionListener,
  METHODS: methods.slice().sort(),
  STATUS_CODES,
  Agent: agents.Agent,
  ClientRequest,
  IncomingMessage,
  OutgoingMessage,
  Server,
  ServerResponse,
  createServer,
  validateHeaderName,
  validateHeaderValue,
  get,
  request,
  setMaxIdleHTTPParsers,
};

Object.defineProperty(module.exports, 'maxHeaderSize', { configurable: true, enumerable: true, get: maxHeaderSize });

Object.defineProperty(module.exports, 'globalAgent', {
  configurable: true,
  enumerable: true,
  get: () => agents.globalAgent,
  set(agent) {
    agents.globalAgent = agent;
  },
});

for (const name of ['WebSocket', 'CloseEvent', 'MessageEvent']) {
  Object.defineProperty(module.exports, name, { configurable: true, enumerable: true, get: () => globalThis[name] });
}
