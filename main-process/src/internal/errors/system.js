'use strict';

const { hidden } = require('./prepare');

let table;
/** Map of errno (negative) to `[name, text]`, as libuv numbers and words them on this system. */
function systemErrors() {
  if (table === undefined) {
    table = new Map();
    for (const [errno, name, text] of native?.systemErrors() ?? []) table.set(errno, [name, text]);
  }
  return table;
}

function uvErrmapGet(errno) {
  return systemErrors().get(errno);
}

function systemErrorName(errno) {
  return uvErrmapGet(errno)?.[0] ?? `Unknown system error ${errno}`;
}

function nameAndText(errno) {
  return uvErrmapGet(errno) ?? ['UNKNOWN', 'unknown error'];
}

/** The error of a failed call of the system: `ENOENT: no such file or directory, open 'x'`. */
function uvException(context) {
  const [name, text] = context.errno === undefined ? [context.code, context.message] :
    nameAndText(context.errno);
  const code = context.code || name;
  let message = `${code}: ${context.message || text}, ${context.syscall}`;
  const path = context.path === undefined ? undefined : `${context.path}`;
  const dest = context.dest === undefined ? undefined : `${context.dest}`;
  if (path) message += ` '${path}'`;
  if (dest) message += ` -> '${dest}'`;
  const error = new Error(message);
  for (const key of Object.keys(context)) {
    if (key !== 'message' && key !== 'path' && key !== 'dest') error[key] = context[key];
  }
  error.code = code;
  if (path) error.path = path;
  if (dest) error.dest = dest;
  return error;
}

function errnoException(errno, syscall, original) {
  const code = systemErrorName(errno);
  const error = new Error(original ? `${syscall} ${code} ${original}` : `${syscall} ${code}`);
  error.errno = errno;
  error.code = code;
  error.syscall = syscall;
  return error;
}

function hostPort(address, port) {
  if (port && port > 0) return ` ${address}:${port}`;
  return address ? ` ${address}` : '';
}

function withAddress(message, errno, code, syscall, address, port) {
  const error = new Error(message);
  error.errno = errno;
  error.code = code;
  error.syscall = syscall;
  error.address = address;
  if (port) error.port = port;
  return error;
}

/** `connect ECONNREFUSED 127.0.0.1:80` */
function exceptionWithHostPort(errno, syscall, address, port, additional) {
  const code = systemErrorName(errno);
  const local = additional ? ` - Local (${additional})` : '';
  return withAddress(`${syscall} ${code}${hostPort(address, port)}${local}`, errno, code, syscall, address, port);
}

/** `listen EADDRINUSE: address already in use 127.0.0.1:80` */
function uvExceptionWithHostPort(errno, syscall, address, port) {
  const [code, text] = nameAndText(errno);
  const message = `${syscall} ${code}: ${text}${hostPort(address, port)}`;
  return withAddress(message, errno, code, syscall, address, port);
}

function dnsException(errnoOrCode, syscall, hostname) {
  let errno;
  let code = errnoOrCode;
  if (typeof errnoOrCode === 'number') {
    errno = errnoOrCode;
    code = systemErrorName(errno);
  }
  const error = new Error(`${syscall} ${code}${hostname ? ` ${hostname}` : ''}`);
  error.errno = errno;
  error.code = code;
  error.syscall = syscall;
  if (hostname) error.hostname = hostname;
  return error;
}

const kInfo = Symbol('info');

function forwarded(key) {
  return {
    get() {
      return this[kInfo][key];
    },
    set(value) {
      this[kInfo][key] = value;
    },
    enumerable: true,
    configurable: true,
  };
}

/** An operation of the system that failed inside a call of ours, with what the system said as `info`. */
class SystemError extends Error {
  constructor(code, text, context) {
    let message = `${text}: ${context.syscall} returned ${context.code} (${context.message})`;
    if (context.path !== undefined) message += ` ${context.path}`;
    if (context.dest !== undefined) message += ` => ${context.dest}`;
    super(message);
    this.code = code;
    Object.defineProperty(this, kInfo, { value: context });
    Object.defineProperty(this, 'name', { value: 'SystemError', writable: true, configurable: true });
    Object.defineProperty(this, 'info', { value: context, enumerable: true, writable: true, configurable: true });
    for (const key of ['errno', 'syscall']) Object.defineProperty(this, key, forwarded(key));
    for (const key of ['path', 'dest']) {
      if (context[key] !== undefined) Object.defineProperty(this, key, forwarded(key));
    }
  }

  toString() {
    return `${this.name} [${this.code}]: ${this.message}`;
  }

  get [Symbol.for('kaon.codedError')]() {
    return true;
  }
}
hidden.add(SystemError);

const TEXTS = {
  ERR_FS_CP_DIR_TO_NON_DIR: 'Cannot overwrite non-directory with directory',
  ERR_FS_CP_EEXIST: 'Target already exists',
  ERR_FS_CP_EINVAL: 'Invalid src or dest',
  ERR_FS_CP_FIFO_PIPE: 'Cannot copy a FIFO pipe',
  ERR_FS_CP_NON_DIR_TO_DIR: 'Cannot overwrite directory with non-directory',
  ERR_FS_CP_SOCKET: 'Cannot copy a socket file',
  ERR_FS_CP_SYMLINK_TO_SUBDIRECTORY: 'Cannot overwrite symlink in subdirectory of self',
  ERR_FS_CP_UNKNOWN: 'Cannot copy an unknown file type',
  ERR_FS_EISDIR: 'Path is a directory',
  ERR_SOCKET_BUFFER_SIZE: 'Could not get or set buffer size',
  ERR_SYSTEM_ERROR: 'A system error occurred',
  ERR_TTY_INIT_FAILED: 'TTY initialization failed',
};

const systemCodes = {};
for (const code of Object.keys(TEXTS)) {
  const NodeError = function NodeError(context) {
    return new SystemError(code, TEXTS[code], context);
  };
  hidden.add(NodeError);
  systemCodes[code] = NodeError;
}

module.exports = {
  SystemError,
  systemCodes,
  systemErrors,
  systemErrorName,
  uvErrmapGet,
  uvException,
  errnoException,
  exceptionWithHostPort,
  uvExceptionWithHostPort,
  dnsException,
};
