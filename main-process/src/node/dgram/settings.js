'use strict';

const { codes, errnoException } = require('internal/errors');
const { validateNumber, validateString } = require('internal/validators');
const { errnos } = require('node/net/handle');
const { kState, CONNECTED, healthCheck, setBufferSize } = require('./state');

function check(error, syscall) {
  if (error) throw errnoException(error, syscall);
}

function handleOf(socket) {
  healthCheck(socket);
  return socket[kState].handle;
}

function named(name, syscall) {
  if (name === undefined) throw errnoException(errnos.EBADF, syscall);
  return name;
}

function membership(joins, syscall) {
  return function (multicastAddress, interfaceAddress) {
    const handle = handleOf(this);
    if (!multicastAddress) throw new codes.ERR_MISSING_ARGS('multicastAddress');
    check(handle.setMembership(multicastAddress, interfaceAddress, joins), syscall);
  };
}

function sourceMembership(joins, syscall) {
  return function (sourceAddress, groupAddress, interfaceAddress) {
    const handle = handleOf(this);
    validateString(sourceAddress, 'sourceAddress');
    validateString(groupAddress, 'groupAddress');
    check(handle.setSourceMembership(sourceAddress, groupAddress, interfaceAddress, joins), syscall);
  };
}

const methods = {
  address() {
    return named(handleOf(this).getsockname(), 'getsockname');
  },

  remoteAddress() {
    const handle = handleOf(this);
    if (this[kState].connectState !== CONNECTED) throw new codes.ERR_SOCKET_DGRAM_NOT_CONNECTED();
    return named(handle.getpeername(), 'getpeername');
  },

  setBroadcast(on) {
    check(handleOf(this).setBroadcast(Boolean(on)), 'setBroadcast');
  },

  setTTL(ttl) {
    validateNumber(ttl, 'ttl');
    check(handleOf(this).setTTL(ttl), 'setTTL');
    return ttl;
  },

  setMulticastTTL(ttl) {
    validateNumber(ttl, 'ttl');
    check(handleOf(this).setMulticastTTL(ttl), 'setMulticastTTL');
    return ttl;
  },

  setMulticastLoopback(on) {
    check(handleOf(this).setMulticastLoopback(Boolean(on)), 'setMulticastLoopback');
    return on;
  },

  setMulticastInterface(interfaceAddress) {
    const handle = handleOf(this);
    validateString(interfaceAddress, 'interfaceAddress');
    check(handle.setMulticastInterface(interfaceAddress), 'setMulticastInterface');
  },

  addMembership: membership(true, 'addMembership'),
  dropMembership: membership(false, 'dropMembership'),
  addSourceSpecificMembership: sourceMembership(true, 'addSourceSpecificMembership'),
  dropSourceSpecificMembership: sourceMembership(false, 'dropSourceSpecificMembership'),

  ref() {
    this[kState].handle?.ref();
    return this;
  },

  unref() {
    this[kState].handle?.unref();
    return this;
  },

  setRecvBufferSize(size) {
    setBufferSize(this, size, true);
  },

  setSendBufferSize(size) {
    setBufferSize(this, size, false);
  },

  getRecvBufferSize() {
    return setBufferSize(this, 0, true);
  },

  getSendBufferSize() {
    return setBufferSize(this, 0, false);
  },

  sendto(buffer, offset, length, port, address, callback) {
    validateNumber(offset, 'offset');
    validateNumber(length, 'length');
    validateNumber(port, 'port');
    validateString(address, 'address');
    this.send(buffer, offset, length, port, address, callback);
  },

  getSendQueueSize() {
    return this[kState].handle.queued()[0];
  },

  getSendQueueCount() {
    return this[kState].handle.queued()[1];
  },
};

// Node calls these private, and warns of them.
const deprecated = { _handle: 'handle', _receiving: 'receiving', _bindState: 'bindState', _queue: 'queue', _reuseAddr: 'reuseAddr' };

function define(Socket) {
  const { prototype } = Socket;
  Object.assign(prototype, methods);
  const { deprecate } = require('node/util/classic');
  for (const [name, key] of Object.entries(deprecated)) {
    const message = `Socket.prototype.${name} is deprecated`;
    Object.defineProperty(prototype, name, {
      configurable: false,
      enumerable: false,
      get: deprecate(function () { return this[kState][key]; }, message, 'DEP0112'),
      set: deprecate(function (value) { this[kState][key] = value; }, message, 'DEP0112'),
    });
  }
  prototype._healthCheck = deprecate(function () { healthCheck(this); }, 'Socket.prototype._healthCheck() is deprecated', 'DEP0112');
  prototype._stopReceiving = deprecate(function () {
    this[kState].receiving = false;
    this[kState].handle.recvStop();
  }, 'Socket.prototype._stopReceiving() is deprecated', 'DEP0112');
}

module.exports = { define };
