'use strict';

const { codes } = require('internal/errors');
const { lazyInspect } = require('internal/errors/received');

const { ERR_INVALID_ARG_VALUE, ERR_INVALID_SYNC_FORK_INPUT, ERR_IPC_ONE_PIPE, ERR_IPC_SYNC_FORK } = codes;

/** One word for all three standard streams, and for a channel if there is to be one. */
function spread(stdio, channel) {
  if (!['ignore', 'overlapped', 'pipe', 'inherit'].includes(stdio)) throw new ERR_INVALID_ARG_VALUE('stdio', stdio);
  const list = stdio === 'inherit' ? [0, 1, 2] : [stdio, stdio, stdio];
  return channel === undefined ? list : [...list, channel];
}

// On our own streams to other children, which can lead from one child to the next.
const kOsHandle = Symbol('osHandle');
const kUsedAsStdio = Symbol('usedAsStdio');

const fdOf = (value) => {
  if (typeof value === 'number') return value;
  const fd = typeof value?.fd === 'number' ? value.fd : value?._handle?.fd;
  return typeof fd === 'number' && fd >= 0 ? fd : undefined;
};

/** What one entry means: `{ type: 'ignore' | 'pipe' | 'fd' | 'handle' | 'bytes', … }`. */
function read(entry, index, sync) {
  if (entry == null) return { type: index < 3 ? 'pipe' : 'ignore' };
  if (entry === 'ignore') return { type: 'ignore' };
  if (entry === 'pipe' || entry === 'overlapped') return { type: 'pipe' };
  if (entry === 'inherit') return { type: 'fd', fd: index };
  if (entry === 'ipc') {
    if (sync) throw new ERR_IPC_SYNC_FORK();
    return { type: 'pipe', ipc: true };
  }
  if (entry[kOsHandle] !== undefined) return { type: 'handle', handle: entry[kOsHandle], stream: entry };
  const fd = fdOf(entry);
  const connection = typeof entry === 'object' && typeof entry.fd !== 'number';
  if (fd !== undefined) return { type: 'fd', fd, connection };
  if (ArrayBuffer.isView(entry) || typeof entry === 'string') {
    if (!sync) throw new ERR_INVALID_SYNC_FORK_INPUT(lazyInspect(entry));
    return { type: 'bytes', bytes: entry };
  }
  throw new ERR_INVALID_ARG_VALUE('stdio', entry);
}

function toStdio(stdio, sync) {
  if (typeof stdio === 'string') stdio = spread(stdio);
  else if (!Array.isArray(stdio)) throw new ERR_INVALID_ARG_VALUE('stdio', stdio);
  const entries = [];
  for (let index = 0; index < Math.max(3, stdio.length); index++) {
    const entry = read(stdio[index], index, sync);
    if (entry.ipc && entries.some((other) => other.ipc)) throw new ERR_IPC_ONE_PIPE();
    entries.push(entry);
  }
  return entries;
}

/** An entry as the natives take it: a file of ours, `true` for a pipe, else nothing. */
function forNative({ type, fd, handle, stream, connection }) {
  if (type === 'handle') {
    // What comes from now on is for the child.
    stream.pause();
    stream[kUsedAsStdio] = true;
    return handle;
  }
  if (type === 'fd' && connection) return [fd];
  if (type === 'fd') return require('node/fs/descriptors').osHandle(fd);
  return type === 'ignore' ? null : true;
}

module.exports = { kOsHandle, kUsedAsStdio, spread, toStdio, forNative };
