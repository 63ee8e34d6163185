'use strict';

// What can be sent along with a message, in Node's words for it, and what becomes of it on the other side.

const { codes } = require('internal/errors');
const { isWindows } = require('internal/platform');
const sockets = require('./shared_sockets');

function kindOf(handle) {
  const { Socket, Server } = require('node/net');
  if (handle instanceof Socket) return 'net.Socket';
  if (handle instanceof Server) return 'net.Server';
  const { TCP, Pipe } = require('node/net/handle');
  if (handle instanceof TCP || handle instanceof Pipe) return 'net.Native';
  throw new codes.ERR_INVALID_HANDLE_TYPE();
}

/** The system's handle of what is sent, taken away from a socket that is not to be kept open. */
function takeSocket(target, message, socket, options) {
  if (!socket._handle) return undefined;
  const handle = socket._handle;
  if (socket.server) {
    message.key = socket.server._connectionKey;
    sockets.sent(target, socket.server, message.key);
    if (!options.keepOpen) socket.server._connections--;
  }
  if (!options.keepOpen) {
    handle.readStop();
    handle.onread = () => {};
    socket._handle = null;
    socket.setTimeout(0);
  }
  return handle;
}

/** `{ message, handle }` to send; without a handle when it was closed already. */
function wrap(target, content, given, options) {
  const type = kindOf(given);
  if (isWindows) throw new codes.ERR_NOT_SUPPORTED('Sending handles to other processes on Windows');
  const message = { cmd: 'NODE_HANDLE', type, msg: content };
  let handle = given;
  if (type === 'net.Socket') handle = takeSocket(target, message, given, options);
  else if (type === 'net.Server') handle = given._handle;
  return handle ? { message, handle } : { message: content, handle: undefined };
}

/** Gives what a message came with to `deliver`. */
function unwrap(target, { type, key }, fd, deliver) {
  const net = require('node/net');
  const { TCP, Pipe, guessFd } = require('node/net/handle');
  const handle = guessFd(fd) === 'TCP' ? new TCP() : new Pipe();
  handle.open(fd);
  if (type === 'net.Native') {
    deliver(handle);
  } else if (type === 'net.Socket') {
    const socket = new net.Socket({ handle, readable: true, writable: true });
    if (key) sockets.received(target, key, socket);
    deliver(socket);
  } else {
    const server = new net.Server();
    server.listen(handle, () => deliver(server));
  }
}

module.exports = { wrap, unwrap, isKnown: (type) => ['net.Native', 'net.Socket', 'net.Server'].includes(type) };
