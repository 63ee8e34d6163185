'use strict';

const { codes, systemErrorName, uvErrmapGet } = require('internal/errors');

const kState = Symbol('state symbol');

function healthCheck(socket) {
  if (!socket[kState].handle) throw new codes.ERR_SOCKET_DGRAM_NOT_RUNNING();
}

/** Sets the size of one of the system's buffers unless it is 0, and answers what it is. */
function setBufferSize(socket, size, isReceive) {
  if (size >>> 0 !== size) throw new codes.ERR_SOCKET_BAD_BUFFER_SIZE();
  healthCheck(socket);
  const found = socket[kState].handle.bufferSize(size, isReceive);
  if (found >= 0) return found;
  throw new codes.ERR_SOCKET_BUFFER_SIZE({
    errno: found,
    code: systemErrorName(found),
    message: uvErrmapGet(found)?.[1] ?? '',
    syscall: isReceive ? 'uv_recv_buffer_size' : 'uv_send_buffer_size',
  });
}

module.exports = {
  kState, healthCheck, setBufferSize,
  UNBOUND: 0, BINDING: 1, BOUND: 2,
  DISCONNECTED: 0, CONNECTING: 1, CONNECTED: 2,
};
