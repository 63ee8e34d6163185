'use strict';

const { codes, exceptionWithHostPort } = require('internal/errors');
const { nextTick } = require('internal/task_queues');
const { validateBoolean, validateFunction, validateInt32, validateNumber, validatePort, validateString } = require('internal/validators');
const { isWindows } = require('internal/platform');
const { Duplex } = require('node/stream');
const { TCP, Pipe, errnos } = require('./handle');
const { isIP } = require('./ip');
const { normalizeArgs, kNormalized } = require('./arguments');
const defaults = require('./defaults');
const { kNoDelay, kKeepAlive, kKeepAliveDelay } = require('./symbols');

/** `socket.connect(...)`. `takeOver` makes the socket the owner of its new handle. */
function connectSocket(socket, args, takeOver) {
  const [options, callback] = Array.isArray(args[0]) && args[0][kNormalized] ? args[0] : normalizeArgs(args);
  if (socket.write !== Duplex.prototype.write && Object.hasOwn(socket, 'write')) delete socket.write;
  const { path } = options;
  if (!path && options.port === undefined) throw new codes.ERR_MISSING_ARGS(['options', 'port', 'path']);
  if (socket.destroyed) {
    socket._handle = null;
    socket._peername = undefined;
    socket._sockname = null;
  }
  if (!socket._handle) socket._handle = path ? new Pipe() : new TCP();
  takeOver(socket);
  if (callback !== null) socket.once('connect', callback);
  socket._unrefTimer();
  socket.connecting = true;
  if (path) {
    validateString(path, 'options.path');
    connectPipe(socket, path);
  } else {
    lookUpAndConnect(socket, options, takeOver);
  }
  return socket;
}

function connectPipe(socket, path) {
  const { _handle: handle } = socket;
  const status = handle.connect(path, (outcome) => afterConnect(socket, handle, outcome, { address: path }));
  if (status) socket.destroy(exceptionWithHostPort(status, 'connect', path));
}

function checkOptions({ localAddress, localPort, port, lookup, autoSelectFamily, autoSelectFamilyAttemptTimeout: timeout }) {
  if (localAddress && !isIP(localAddress)) throw new codes.ERR_INVALID_IP_ADDRESS(localAddress);
  if (localPort) validateNumber(localPort, 'options.localPort');
  if (port !== undefined) {
    if (typeof port !== 'number' && typeof port !== 'string') {
      throw new codes.ERR_INVALID_ARG_TYPE('options.port', ['number', 'string'], port);
    }
    validatePort(port);
  }
  if (autoSelectFamily != null) validateBoolean(autoSelectFamily, 'options.autoSelectFamily');
  if (timeout != null) validateInt32(timeout, 'options.autoSelectFamilyAttemptTimeout', 1);
  if (lookup != null) validateFunction(lookup, 'options.lookup');
}

const familyOf = (family) => {
  if (family === 'IPv4') return 4;
  return family === 'IPv6' ? 6 : family;
};

function lookUpAndConnect(socket, options, takeOver) {
  const host = options.host || 'localhost';
  checkOptions(options);
  const port = options.port | 0;
  const { localAddress, localPort } = options;
  const family = isIP(host);
  if (family) {
    nextTick(() => {
      if (socket.connecting) connectTo(socket, { address: host, port, family, localAddress, localPort });
    });
    return;
  }
  const dns = require('node/dns');
  const query = { family: familyOf(options.family), hints: options.hints || 0 };
  const isAny = query.family !== 4 && query.family !== 6;
  if (!isWindows && isAny && query.hints === 0) query.hints = dns.ADDRCONFIG;
  socket._host = host;
  const lookup = options.lookup || dns.lookup;
  const auto = options.autoSelectFamily ?? defaults.autoSelectFamily;
  if (isAny && !localAddress && auto) {
    query.all = true;
    const timeout = options.autoSelectFamilyAttemptTimeout;
    const plan = { socket, options, host, port, localPort, takeOver, timeout: timeout == null ? defaults.attemptTimeout : Math.max(timeout, 10) };
    require('./auto_select').connectToAny(plan, lookup, query);
    return;
  }
  lookup(host, query, (error, ip, foundFamily) => {
    socket.emit('lookup', error, ip, foundFamily, host);
    if (!socket.connecting) return;
    const problem = error || problemOf(ip, foundFamily, options);
    if (problem) {
      nextTick(() => socket.destroy(problem));
    } else {
      socket._unrefTimer();
      connectTo(socket, { address: ip, port, family: foundFamily, localAddress, localPort });
    }
  });
}

/** What is wrong with what a lookup found, if anything. */
function problemOf(ip, family, { host, port }) {
  if (!isIP(ip)) return new codes.ERR_INVALID_IP_ADDRESS(ip);
  if (family !== 4 && family !== 6) return new codes.ERR_INVALID_ADDRESS_FAMILY(family, host, port);
  return undefined;
}

/** Binds the near end if it is to have an address of its own. Answers an error, or undefined. */
function bindLocally(handle, { family, localAddress, localPort }) {
  if (!localAddress && !localPort) return undefined;
  const address = localAddress || (family === 4 ? '0.0.0.0' : '::');
  let status = handle.bind(address, localPort | 0);
  // One that is in use is known only when it is used, and this it will be next.
  if (status === 0 && localPort > 0 && handle.getsockname()?.port !== localPort) status = errnos.EADDRINUSE;
  return status ? exceptionWithHostPort(status, 'bind', address, localPort) : undefined;
}

function localDetails(handle) {
  const name = handle.getsockname();
  return name ? `${name.address}:${name.port}` : undefined;
}

/** One attempt. Answers the error with which it could not even begin. */
function attempt(socket, handle, target, done) {
  const { address, port, family } = target;
  const bindError = bindLocally(handle, target);
  if (bindError) return bindError;
  socket.emit('connectionAttempt', address, port, family);
  // A listener may have given up.
  if (socket._handle !== handle) return undefined;
  const status = handle.connect(address, port, done);
  if (!status) return undefined;
  return exceptionWithHostPort(status, 'connect', address, port, localDetails(handle) ?? 'undefined:undefined');
}

function connectTo(socket, target) {
  const { _handle: handle } = socket;
  const error = attempt(socket, handle, target, (status) => afterConnect(socket, handle, status, target));
  if (error) socket.destroy(error);
}

function connectionError(status, { address, port, localAddress, localPort }) {
  const details = localAddress && localPort ? `${localAddress}:${localPort}` : undefined;
  const error = exceptionWithHostPort(status, 'connect', address, port, details);
  if (details) {
    error.localAddress = localAddress;
    error.localPort = localPort;
  }
  return error;
}

function afterConnect(socket, handle, status, target) {
  if (socket.destroyed) return;
  socket.connecting = false;
  socket._sockname = null;
  if (status !== 0) {
    const error = connectionError(status, target);
    if (target.family) socket.emit('connectionAttemptFailed', target.address, target.port, target.family, error);
    socket.destroy(error);
    return;
  }
  socket._unrefTimer();
  if (socket[kNoDelay]) handle.setNoDelay?.(true);
  if (socket[kKeepAlive]) handle.setKeepAlive?.(true, socket[kKeepAliveDelay]);
  socket.emit('connect');
  socket.emit('ready');
  // Reads nothing yet, but hears at once of an end.
  if (!socket.isPaused()) socket.read(0);
}

module.exports = { connectSocket, attempt, afterConnect, connectionError, problemOf };
