'use strict';

const { codes, errnoException, uvExceptionWithHostPort } = require('internal/errors');
const { nextTick } = require('internal/task_queues');
const { validatePort, validateAbortSignal } = require('internal/validators');
const { isWindows } = require('internal/platform');
const { TCP, Pipe, errnos, guessFd } = require('./handle');
const { normalizeArgs, isPipeName, toNumber } = require('./arguments');

const BACKLOG = 511;
const READABLE = 1;
const WRITABLE = 2;

/** `server.listen(...)`. `listeners` is what the handle calls. */
function listen(server, args, listeners) {
  const [given, callback] = normalizeArgs(args);
  if (server._handle) throw new codes.ERR_SERVER_ALREADY_LISTEN();
  if (callback !== null) server.once('listening', callback);
  const backlogOfArgs = toNumber(args.length > 1 && args[1]) || toNumber(args.length > 2 && args[2]);
  const options = given._handle || given.handle || given;
  const start = (place) => open(server, { flags: options, ...place }, listeners);
  if (options instanceof TCP || options instanceof Pipe) {
    server._handle = options;
    start({ address: null, port: -1, backlog: backlogOfArgs });
    return server;
  }
  closeOnAbort(server, options);
  if (typeof options.fd === 'number' && options.fd >= 0) {
    start({ address: null, port: null, backlog: backlogOfArgs, fd: options.fd });
    return server;
  }
  const backlog = options.backlog || backlogOfArgs;
  if (listenOnPort(server, args, options, backlog, start)) return server;
  if (options.path && isPipeName(options.path)) {
    listenOnPipe(server, options, backlog, start);
    return server;
  }
  if (!('port' in options || 'path' in options)) {
    throw new codes.ERR_INVALID_ARG_VALUE('options', options, 'must have the property "port" or "path"');
  }
  throw new codes.ERR_INVALID_ARG_VALUE('options', options);
}

function closeOnAbort(server, { signal }) {
  if (signal === undefined) return;
  validateAbortSignal(signal, 'options.signal');
  if (signal.aborted) {
    nextTick(() => server.close());
    return;
  }
  const onAbort = () => server.close();
  signal.addEventListener('abort', onAbort);
  server.once('close', () => signal.removeEventListener('abort', onAbort));
}

function listenOnPort(server, args, options, backlog, start) {
  let { port } = options;
  const isOmitted = args.length === 0 || typeof args[0] === 'function' || port === null || (port === undefined && 'port' in options);
  if (isOmitted) port = 0;
  if (typeof port !== 'number' && typeof port !== 'string') return false;
  validatePort(port, 'options.port');
  port |= 0;
  if (options.host) lookUpAndListen(server, options.host, port, backlog, start);
  else start({ address: null, port, family: 4, backlog });
  return true;
}

function lookUpAndListen(server, host, port, backlog, start) {
  const id = server._listeningId;
  require('node/dns').lookup(host, (error, ip, family) => {
    // Closed meanwhile.
    if (id !== server._listeningId) return;
    if (error) server.emit('error', error);
    else start({ address: ip, port, family: ip ? family : 4, backlog });
  });
}

function listenOnPipe(server, options, backlog, start) {
  const mode = (options.readableAll === true ? READABLE : 0) | (options.writableAll === true ? WRITABLE : 0);
  if (mode !== 0 && options.path.startsWith('\0')) {
    const reason = 'can not set readableAll or writableAllt to true when path is abstract unix socket';
    throw new codes.ERR_INVALID_ARG_VALUE('options', options, reason);
  }
  server._pipeName = options.path;
  start({ address: options.path, port: -1, family: -1, backlog });
  if (!server._handle) return;
  if (mode === 0) return;
  const error = server._handle.fchmod(mode);
  if (error) {
    server._handle.close();
    server._handle = null;
    throw errnoException(error, 'uv_pipe_chmod');
  }
}

/** A handle that has an address; a number is the errno of why it has none. */
function createServerHandle(address, port, family, fd, flags) {
  if (typeof fd === 'number' && fd >= 0) return handleOfFd(fd);
  const isPipe = port === -1 && family === -1;
  const handle = isPipe ? new Pipe() : new TCP();
  const error = isPipe ? (address ? handle.bind(address) : 0) : bind(handle, address, port, flags);
  if (!error) return handle;
  handle.close();
  return error;
}

function bind(handle, address, port, flags) {
  if (address) return handle.bind(address, port | 0, flags);
  // Where there is IPv6 the unspecified address is of both families.
  return handle.bind('::', port | 0, flags) && handle.bind('0.0.0.0', port | 0, flags);
}

function handleOfFd(fd) {
  if (isWindows) throw new codes.ERR_NOT_SUPPORTED('server.listen with a file descriptor');
  const kind = guessFd(fd);
  if (kind !== 'TCP' && kind !== 'PIPE') return errnos.EINVAL;
  const handle = kind === 'TCP' ? new TCP() : new Pipe();
  const error = handle.open(fd);
  if (!error) return handle;
  handle.close();
  return error;
}

/** The address that was bound in the end goes into errors and into the connection key. */
function bindAnywhere(place) {
  const { port, fd, flags } = place;
  if (!place.address && typeof fd !== 'number') {
    const handle = createServerHandle('::', port, 6, fd, flags);
    if (typeof handle !== 'number') return [handle, '::', 6];
    return [createServerHandle('0.0.0.0', port, 4, fd, flags), '0.0.0.0', 4];
  }
  return [createServerHandle(place.address, port, place.family, fd, flags), place.address, place.family];
}

function failLater(server, status, address, port) {
  const error = uvExceptionWithHostPort(status, 'listen', address, port);
  nextTick(() => server.emit('error', error));
}

function open(server, place, listeners) {
  let { address, family } = place;
  if (!server._handle) {
    let handle;
    [handle, address, family] = bindAnywhere(place);
    if (typeof handle === 'number') {
      failLater(server, handle, address, place.port);
      return;
    }
    server._handle = handle;
  }
  const { _handle: handle } = server;
  Object.assign(handle, listeners);
  handle.owner = server;
  const error = handle.listen(place.backlog || BACKLOG);
  if (error) {
    handle.close();
    server._handle = null;
    failLater(server, error, address, place.port);
    return;
  }
  server._connectionKey = `${family}:${address}:${place.port}`;
  if (server._unref) server.unref();
  nextTick(() => {
    if (server._handle) server.emit('listening');
  });
}

module.exports = { listen, createServerHandle };
