'use strict';

const { isIP, isIPv4, isIPv6 } = require('./ip');
const { normalizeArgs } = require('./arguments');
const { Socket } = require('./socket');
const { Server } = require('./server');
const { createServerHandle } = require('./listen');
const { functions } = require('./defaults');

function createServer(options, connectionListener) {
  return new Server(options, connectionListener);
}

function connect(...args) {
  const normalized = normalizeArgs(args);
  const [options] = normalized;
  const socket = new Socket(options);
  if (options.timeout) socket.setTimeout(options.timeout);
  return socket.connect(normalized);
}

let warned = false;

/** Has done nothing for a long time. */
function setSimultaneousAccepts() {
  if (warned) return;
  warned = true;
  require('internal/fatal/warning').emitWarning(
    'net._setSimultaneousAccepts() is deprecated and will be removed.', 'DeprecationWarning', 'DEP0121');
}

module.exports = {
  _createServerHandle: createServerHandle,
  _normalizeArgs: normalizeArgs,
  _setSimultaneousAccepts: setSimultaneousAccepts,
  connect,
  createConnection: connect,
  createServer,
  isIP,
  isIPv4,
  isIPv6,
  Server,
  Socket,
  Stream: Socket,
  ...functions,
};

for (const [name, part] of [['BlockList', 'block_list'], ['SocketAddress', 'socket_address']]) {
  Object.defineProperty(module.exports, name, {
    configurable: true,
    enumerable: true,
    get: () => require(`./${part}`)[name],
  });
}
