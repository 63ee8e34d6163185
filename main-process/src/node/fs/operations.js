'use strict';

const {
  toAccessMode, toCopyMode, toFd, toFlags, toLength, toOptions, toPath, toRemoval, toSeconds, toUser, parseFileMode, pathText,
} = require('./arguments');
const { codes } = require('internal/errors');
const { validateBoolean } = require('internal/validators');
const { isWindows } = require('internal/platform');
const { toStats, StatFs, Dirent } = require('./stats');

const bufferOf = (bytes) => require('node/buffer').Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
const inText = (encoding) => !encoding || encoding === 'utf8' || encoding === 'utf-8';

/** A name from the natives in the encoding that was asked for: as text it came already, else as bytes. */
function decode(name, encoding) {
  if (typeof name === 'string') return name;
  const buffer = bufferOf(name);
  return encoding === 'buffer' ? buffer : buffer.toString(encoding);
}

const identity = (value) => value;

function access(path, mode) {
  return { op: 'access', args: [toPath(path), toAccessMode(mode)] };
}

function open(path, flags, mode) {
  return { op: 'open', args: [toPath(path), toFlags(flags ?? 'r'), parseFileMode(mode, 'mode', 0o666)], finish: identity };
}

const close = (fd) => ({ op: 'close', args: [toFd(fd)] });
const fsync = (fd) => ({ op: 'fsync', args: [toFd(fd)] });
const fdatasync = (fd) => ({ op: 'fdatasync', args: [toFd(fd)] });
const ftruncate = (fd, len = 0) => ({ op: 'ftruncate', args: [toFd(fd), toLength(len)] });
const fchmod = (fd, mode) => ({ op: 'fchmod', args: [toFd(fd), parseFileMode(mode, 'mode')] });
const fchown = (fd, uid, gid) => ({ op: 'fchown', args: [toFd(fd), toUser(uid, 'uid'), toUser(gid, 'gid')] });
const futimes = (fd, atime, mtime) => ({
  op: 'futimes', args: [toFd(fd), toSeconds(atime, 'atime'), toSeconds(mtime, 'mtime')],
});

function truncate(path, len) {
  return { op: 'truncate', args: [toPath(path), toLength(len === undefined ? 0 : len)] };
}

const big = (options) => Boolean(options?.bigint);
const stat = (path, options) => ({ op: 'stat', args: [toPath(path), big(options), false], finish: toStats });
const lstat = (path, options) => ({ op: 'lstat', args: [toPath(path), big(options), false], finish: toStats });
const fstat = (fd, options) => ({ op: 'fstat', args: [toFd(fd), big(options)], finish: toStats });
const statfs = (path, options) => ({
  op: 'statfs', args: [toPath(path), big(options)], finish: (numbers) => new StatFs(numbers),
});

const chmod = (path, mode) => ({ op: 'chmod', args: [toPath(path), parseFileMode(mode, 'mode')] });
const lchmod = (path, mode) => ({ op: 'lchmod', args: [toPath(path), parseFileMode(mode, 'mode')] });
const chown = (path, uid, gid) => ({ op: 'chown', args: [toPath(path), toUser(uid, 'uid'), toUser(gid, 'gid')] });
const lchown = (path, uid, gid) => ({ op: 'lchown', args: [toPath(path), toUser(uid, 'uid'), toUser(gid, 'gid')] });
const utimes = (path, atime, mtime) => ({ op: 'utimes', args: [toPath(path), toSeconds(atime), toSeconds(mtime)] });
const lutimes = (path, atime, mtime) => ({ op: 'lutimes', args: [toPath(path), toSeconds(atime), toSeconds(mtime)] });

const rename = (from, to) => ({ op: 'rename', args: [toPath(from, 'oldPath'), toPath(to, 'newPath')] });
const link = (from, to) => ({ op: 'link', args: [toPath(from, 'existingPath'), toPath(to, 'newPath')] });
const unlink = (path) => ({ op: 'unlink', args: [toPath(path)] });
const copyFile = (src, dest, mode) => ({
  op: 'copyFile', args: [toPath(src, 'src'), toPath(dest, 'dest'), toCopyMode(mode)],
});

const LINK_KINDS = { file: 0, dir: 1, junction: 2 };

function symlink(target, path, type) {
  const to = toPath(target, 'target');
  const at = toPath(path);
  if (type != null && !Object.hasOwn(LINK_KINDS, type)) throw new codes.ERR_FS_INVALID_SYMLINK_TYPE(type);
  if (!isWindows) return { op: 'symlink', args: [to, at, 0] };
  return { op: 'symlink', args: [windowsTarget(to, at, type), at, LINK_KINDS[type] ?? kindOfTarget(to, at)] };
}

// A link says there what it leads to, a file or a folder, and only backslashes count.
function windowsTarget(target, path, type) {
  const paths = require('node/path');
  if (type === 'junction') return paths.resolve(pathText(path), '..', pathText(target));
  return pathText(target).replaceAll('/', '\\');
}

function kindOfTarget(target, path) {
  const paths = require('node/path');
  const found = native.stat(paths.resolve(pathText(path), '..', pathText(target)), false, true);
  return found && toStats(found).isDirectory() ? 1 : 0;
}

function readlink(path, options) {
  const { encoding } = toOptions(options);
  return { op: 'readlink', args: [toPath(path, 'oldPath'), !inText(encoding)], finish: (name) => decode(name, encoding) };
}

function realpath(path, options, op = 'realpath') {
  const { encoding } = toOptions(options);
  return { op, args: [toPath(path), !inText(encoding)], finish: (name) => decode(name, encoding) };
}

function mkdir(path, options) {
  let mode = 0o777;
  let recursive = false;
  if (typeof options === 'number' || typeof options === 'string') {
    mode = parseFileMode(options, 'mode');
  } else if (options) {
    if (options.recursive !== undefined) {
      recursive = options.recursive;
      validateBoolean(recursive, 'options.recursive');
    }
    if (options.mode !== undefined) mode = parseFileMode(options.mode, 'options.mode');
  }
  return { op: 'mkdir', args: [toPath(path), mode, recursive], finish: (first) => first ?? undefined };
}

let warned = false;

function mkdtemp(prefix, options) {
  const { encoding } = toOptions(options);
  const start = toPath(prefix, 'prefix');
  if (!warned && pathText(start).endsWith('X')) {
    warned = true;
    process.emitWarning('mkdtemp() templates ending with X are not portable. ' +
      'For details see: https://nodejs.org/api/fs.html');
  }
  return { op: 'mkdtemp', args: [start, !inText(encoding)], finish: (name) => decode(name, encoding) };
}

function readdir(path, options) {
  const { encoding, recursive, withFileTypes } = toOptions(options);
  const folder = toPath(path);
  if (recursive != null) validateBoolean(recursive, 'options.recursive');
  const { join } = require('node/path');
  const inside = (base, name) => (base === '' || typeof name !== 'string' ? name : join(base, name));
  const finish = ([names, types, folders]) => names.map((raw, index) => {
    const name = decode(raw, encoding);
    if (!withFileTypes) return inside(folders[index], name);
    return new Dirent(name, types[index], folders[index] === '' ? folder : join(pathText(folder), folders[index]));
  });
  return { op: 'readdir', args: [folder, !inText(encoding), Boolean(recursive), 'scandir'], finish };
}

function rm(path, options) {
  const at = toPath(path);
  const { force, recursive, maxRetries, retryDelay } = toRemoval(options);
  const finish = (isDirectory) => {
    if (!isDirectory) return;
    const errno = require('node/os').constants.errno.EISDIR;
    throw new codes.ERR_FS_EISDIR({
      code: 'EISDIR', message: 'is a directory', path: pathText(at), syscall: 'rm', errno,
    });
  };
  return { op: 'rm', args: [at, force, recursive, maxRetries, retryDelay], finish };
}

const RMDIR_DEFAULTS = { recursive: false, retryDelay: 100, maxRetries: 0 };

function rmdir(path, options) {
  const at = toPath(path);
  const { recursive, maxRetries, retryDelay } = toRemoval(options ?? undefined, RMDIR_DEFAULTS);
  if (!recursive) return { op: 'rmdir', args: [at] };
  require('internal/fatal/warning').deprecationOnce(
    'In future versions of Node.js, fs.rmdir(path, { recursive: true }) will be removed. ' +
    'Use fs.rm(path, { recursive: true }) instead', 'DEP0147',
  );
  return { op: 'rmdirAll', args: [at, maxRetries, retryDelay] };
}

/** Name to the operation and the number of arguments that callers may leave out before a callback. */
const table = {
  access: [access, 1],
  chmod: [chmod],
  chown: [chown],
  close: [close],
  copyFile: [copyFile, 1],
  fchmod: [fchmod],
  fchown: [fchown],
  fdatasync: [fdatasync],
  fstat: [fstat, 1],
  fsync: [fsync],
  ftruncate: [(fd, len) => ftruncate(fd, len), 1],
  futimes: [futimes],
  lchown: [lchown],
  link: [link],
  lstat: [lstat, 1],
  lutimes: [lutimes],
  mkdir: [mkdir, 1],
  mkdtemp: [mkdtemp, 1],
  open: [open, 2],
  readdir: [readdir, 1],
  readlink: [readlink, 1],
  realpath: [(path, options) => realpath(path, options), 1],
  rename: [rename],
  rm: [rm, 1],
  rmdir: [rmdir, 1],
  stat: [stat, 1],
  statfs: [statfs, 1],
  symlink: [symlink, 1],
  truncate: [truncate, 1],
  unlink: [unlink],
  utimes: [utimes],
};

module.exports = { bufferOf, decode, lchmod, realpath, table };
