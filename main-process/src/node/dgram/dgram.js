'use strict';

const EventEmitter = require('node/events');
const { codes, errnoException, exceptionWithHostPort } = require('internal/errors');
const { nextTick } = require('internal/task_queues');
const { validateAbortSignal, validateFunction, validatePort, validateString, validateUint32 } = require('internal/validators');
const { isWindows } = require('internal/platform');
const { guessFd } = require('node/net/handle');
const { UDP } = require('./handle');
const { kState, UNBOUND, BINDING, BOUND, DISCONNECTED, CONNECTING, CONNECTED, healthCheck, setBufferSize } = require('./state');
const { readSendArguments } = require('./send');

/** Looks names up in the socket's family. */
function resolver(type, lookup) {
  if (type !== 'udp4' && type !== 'udp6') throw new codes.ERR_SOCKET_BAD_TYPE();
  if (lookup !== undefined) validateFunction(lookup, 'lookup');
  const [family, loopback] = type === 'udp4' ? [4, '127.0.0.1'] : [6, '::1'];
  return (address, callback) => (lookup ?? require('node/dns').lookup)(address || loopback, family, callback);
}

function Socket(type, listener) {
  EventEmitter.call(this);
  const options = typeof type === 'object' && type !== null ? type : {};
  if (options === type) type = options.type;
  if (options.recvBufferSize) validateUint32(options.recvBufferSize, 'options.recvBufferSize');
  if (options.sendBufferSize) validateUint32(options.sendBufferSize, 'options.sendBufferSize');
  const resolve = resolver(type, options.lookup);
  this.type = type;
  if (typeof listener === 'function') this.on('message', listener);
  this[kState] = {
    handle: new UDP(),
    resolve,
    receiving: false,
    bindState: UNBOUND,
    connectState: DISCONNECTED,
    queue: undefined,
    reuseAddr: options.reuseAddr,
    options,
  };
  this[kState].handle.owner = this;
  if (options.signal !== undefined) closeOnAbort(this, options.signal);
}

Object.setPrototypeOf(Socket.prototype, EventEmitter.prototype);
Object.setPrototypeOf(Socket, EventEmitter);

function closeOnAbort(socket, signal) {
  validateAbortSignal(signal, 'options.signal');
  const onAbort = () => {
    if (socket[kState].handle) socket.close();
  };
  if (signal.aborted) {
    onAbort();
    return;
  }
  signal.addEventListener('abort', onAbort);
  socket.once('close', () => signal.removeEventListener('abort', onAbort));
}

/** What a handle calls: `this` is the handle. */
function onMessage(status, bytes, from) {
  const socket = this.owner;
  if (status < 0) {
    socket.emit('error', errnoException(status, 'recvmsg'));
    return;
  }
  from.size = bytes.length;
  socket.emit('message', bytes, from);
}

function startListening(socket) {
  const state = socket[kState];
  state.handle.onmessage = onMessage;
  state.handle.recvStart();
  state.receiving = true;
  state.bindState = BOUND;
  const { recvBufferSize, sendBufferSize } = state.options;
  if (recvBufferSize) setBufferSize(socket, recvBufferSize, true);
  if (sendBufferSize) setBufferSize(socket, sendBufferSize, false);
  socket.emit('listening');
}

function callWhenListening(socket, callback) {
  const forget = () => {
    socket.removeListener('error', forget);
    socket.removeListener('listening', onListening);
  };
  const onListening = () => {
    forget();
    callback.call(socket);
  };
  socket.on('error', forget);
  socket.on('listening', onListening);
}

function bindToFd(socket, fd) {
  if (isWindows) throw new codes.ERR_NOT_SUPPORTED('dgram.Socket.bind with a file descriptor');
  const kind = guessFd(fd);
  if (kind !== 'UDP') throw new codes.ERR_INVALID_FD_TYPE(kind);
  const error = socket[kState].handle.open(fd);
  if (error) throw errnoException(error, 'open');
  startListening(socket);
}

function bindToAddress(socket, address, port) {
  const state = socket[kState];
  const fail = (error) => {
    state.bindState = UNBOUND;
    socket.emit('error', error);
  };
  state.resolve(address || (socket.type === 'udp4' ? '0.0.0.0' : '::'), (error, ip) => {
    // Closed meanwhile.
    if (!state.handle) return;
    if (error) {
      fail(error);
      return;
    }
    const status = state.handle.bind(ip, port | 0, state.options);
    if (status) fail(exceptionWithHostPort(status, 'bind', ip, port));
    else startListening(socket);
  });
}

/** Does it once the socket is bound; a bind that fails is told by an 'error' and forgets what waits. */
function enqueue(socket, act) {
  const state = socket[kState];
  if (state.queue === undefined) {
    state.queue = [];
    const onFailure = () => {
      socket.removeListener('listening', onSuccess);
      state.queue = undefined;
    };
    const onSuccess = () => {
      socket.removeListener(EventEmitter.errorMonitor, onFailure);
      const { queue } = state;
      state.queue = undefined;
      for (const waiting of queue) waiting();
    };
    socket.once(EventEmitter.errorMonitor, onFailure);
    socket.once('listening', onSuccess);
  }
  state.queue.push(act);
}

function connectNow(socket, address, port, callback) {
  const state = socket[kState];
  if (callback) socket.once('connect', callback);
  state.resolve(address, (error, ip) => {
    if (!state.handle) return;
    if (!error) {
      const status = state.handle.connect(ip, port);
      if (status) error = exceptionWithHostPort(status, 'connect', address, port);
    }
    if (!error) {
      state.connectState = CONNECTED;
      nextTick(() => socket.emit('connect'));
      return;
    }
    state.connectState = DISCONNECTED;
    nextTick(() => {
      if (!callback) {
        socket.emit('error', error);
        return;
      }
      socket.removeListener('connect', callback);
      callback(error);
    });
  });
}

function sendNow(socket, error, ip, list, address, port, callback) {
  const state = socket[kState];
  if (error) {
    nextTick(callback ?? ((failure) => socket.emit('error', failure)), error);
    return;
  }
  if (!state.handle) return;
  const failure = (status) => exceptionWithHostPort(status, 'send', address, port);
  const size = list.reduce((sum, part) => sum + part.byteLength, 0);
  const done = (status) => callback?.(status ? failure(status) : null, size);
  const status = state.handle.send(list, ip ?? undefined, ip ? port : undefined, done);
  if (!callback || status === 0) return;
  if (status > 0) nextTick(callback, null, status - 1);
  else nextTick(callback, failure(status));
}

Object.assign(Socket.prototype, {
  bind(place, address) {
    healthCheck(this);
    const state = this[kState];
    if (state.bindState !== UNBOUND) throw new codes.ERR_SOCKET_ALREADY_BOUND();
    state.bindState = BINDING;
    const callback = arguments[arguments.length - 1];
    if (typeof callback === 'function') callWhenListening(this, callback);
    if (typeof place !== 'object' || place === null) {
      bindToAddress(this, typeof address === 'function' ? '' : address, place);
    } else if (typeof place.recvStart === 'function') {
      state.handle.close();
      state.handle = place;
      place.owner = this;
      startListening(this);
    } else if (Number.isInteger(place.fd) && place.fd > 0) {
      bindToFd(this, place.fd);
    } else {
      bindToAddress(this, place.address || '', place.port);
    }
    return this;
  },

  connect(port, address, callback) {
    port = validatePort(port, 'Port', false);
    if (typeof address === 'function') {
      callback = address;
      address = '';
    } else if (address === undefined) {
      address = '';
    }
    validateString(address, 'address');
    const state = this[kState];
    if (state.connectState !== DISCONNECTED) throw new codes.ERR_SOCKET_DGRAM_IS_CONNECTED();
    state.connectState = CONNECTING;
    if (state.bindState === UNBOUND) this.bind({ port: 0, exclusive: true }, null);
    if (state.bindState === BOUND) connectNow(this, address, port, callback);
    else enqueue(this, () => connectNow(this, address, port, callback));
  },

  disconnect() {
    const state = this[kState];
    if (state.connectState !== CONNECTED) throw new codes.ERR_SOCKET_DGRAM_NOT_CONNECTED();
    const error = state.handle.disconnect();
    if (error) throw errnoException(error, 'connect');
    state.connectState = DISCONNECTED;
  },

  send(...args) {
    const state = this[kState];
    const connected = state.connectState === CONNECTED;
    const { list, port, address, callback } = readSendArguments(args, connected);
    healthCheck(this);
    if (state.bindState === UNBOUND) this.bind({ port: 0, exclusive: true }, null);
    if (state.bindState !== BOUND) {
      enqueue(this, () => this.send(list, port, address, callback));
      return;
    }
    if (connected) sendNow(this, null, null, list, address, port, callback);
    else state.resolve(address, (error, ip) => sendNow(this, error, ip, list, address, port, callback));
  },

  close(callback) {
    const state = this[kState];
    if (typeof callback === 'function') this.on('close', callback);
    if (state.queue !== undefined) {
      state.queue.push(() => this.close());
      return this;
    }
    healthCheck(this);
    state.receiving = false;
    state.handle.close();
    state.handle = null;
    nextTick(() => this.emit('close'));
    return this;
  },

  async [Symbol.asyncDispose]() {
    if (!this[kState].handle) return;
    await new Promise((resolve) => this.close(resolve));
  },
});

require('./settings').define(Socket);

/** A bound handle, or the errno of why there is none. */
function createSocketHandle(address, port, addressType, fd, flags) {
  resolver(addressType);
  const handle = new UDP();
  let error = 0;
  if (Number.isInteger(fd) && fd > 0) {
    error = guessFd(fd) === 'UDP' ? handle.open(fd) : require('node/net/handle').errnos.EINVAL;
  } else if (port || address) {
    error = handle.bind(address || (addressType === 'udp4' ? '0.0.0.0' : '::'), port || 0, { ipv6Only: !!(flags & 1), reuseAddr: !!(flags & 4) });
  }
  if (!error) return handle;
  handle.close();
  return error;
}

module.exports = {
  createSocket: (type, listener) => new Socket(type, listener),
  Socket,
  _createSocketHandle: createSocketHandle,
};
