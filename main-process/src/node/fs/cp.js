'use strict';

const { codes } = require('internal/errors');
const paths = require('node/path');
const { pathText, toCopying, toPath } = require('./arguments');
const { now, promised } = require('./forms');
const { table } = require('./operations');

/*
 * Written once for both styles, as steps: each yields either a call to the natives or a function of the script's to
 * run, and gets the answer back.
 */

const ask = (name, ...args) => table[name][0](...args);

function refuse(code, name, message, path) {
  const errno = require('node/os').constants.errno[code === 'ERR_FS_EISDIR' ? 'EINVAL' : name];
  return new codes[code]({ message, path, syscall: 'cp', errno, code: name });
}

const same = (one, other) => other.ino === one.ino && other.dev === one.dev && Boolean(other.ino);

/** Whether `inner` is `outer` or lies in it. */
function liesIn(outer, inner) {
  const parts = (path) => paths.resolve(path).split(paths.sep).filter(Boolean);
  const inside = parts(inner);
  return parts(outer).every((part, index) => inside[index] === part);
}

function* look(path, { dereference }) {
  return yield ask(dereference ? 'stat' : 'lstat', path, { bigint: true });
}

function* lookIfThere(path, options) {
  try {
    return yield* look(path, options);
  } catch (error) {
    if (error.code === 'ENOENT') return null;
    throw error;
  }
}

/** Refuses what cannot be copied onto what; returns what there is at both ends. */
function* compare(src, dest, options) {
  const from = yield* look(src, options);
  const to = yield* lookIfThere(dest, options);
  if (to !== null) {
    if (same(from, to)) throw refuse('ERR_FS_CP_EINVAL', 'EINVAL', 'src and dest cannot be the same', dest);
    if (from.isDirectory() && !to.isDirectory()) {
      throw refuse('ERR_FS_CP_DIR_TO_NON_DIR', 'EISDIR', `cannot overwrite non-directory ${dest} with directory ${src}`, dest);
    }
    if (!from.isDirectory() && to.isDirectory()) {
      throw refuse('ERR_FS_CP_NON_DIR_TO_DIR', 'ENOTDIR', `cannot overwrite directory ${dest} with non-directory ${src}`, dest);
    }
  }
  if (from.isDirectory() && liesIn(src, dest)) throw intoItself(src, dest);
  return { from, to };
}

const intoItself = (src, dest) =>
  refuse('ERR_FS_CP_EINVAL', 'EINVAL', `cannot copy ${src} to a subdirectory of self ${dest}`, dest);

/** A folder above the target may be the source under another name. */
function* checkParents(src, from, dest) {
  let parent = paths.resolve(paths.dirname(dest));
  const top = paths.resolve(paths.dirname(src));
  while (parent !== top && parent !== paths.parse(parent).root) {
    const found = yield* lookIfThere(parent, { dereference: true });
    if (found !== null && same(from, found)) throw intoItself(src, dest);
    parent = paths.dirname(parent);
  }
}

function* wanted(src, dest, { filter }) {
  return filter === undefined || Boolean(yield () => filter(src, dest));
}

function* copy(src, dest, options) {
  if (!(yield* wanted(src, dest, options))) return;
  const { from, to } = yield* compare(src, dest, options);
  yield* checkParents(src, from, dest);
  yield ask('mkdir', paths.dirname(dest), { recursive: true });
  yield* copyEntry(src, dest, from, to, options);
}

function* copyEntry(src, dest, from, to, options) {
  if (from.isDirectory() && !options.recursive) {
    throw refuse('ERR_FS_EISDIR', 'EISDIR', `${src} is a directory (not copied)`, src);
  }
  if (from.isDirectory()) yield* copyFolder(src, dest, from, to, options);
  else if (from.isFile() || from.isCharacterDevice() || from.isBlockDevice()) yield* copyFile(src, dest, from, to, options);
  else if (from.isSymbolicLink()) yield* copyLink(src, dest, to, options);
  else if (from.isSocket()) throw refuse('ERR_FS_CP_SOCKET', 'EINVAL', `cannot copy a socket file: ${dest}`, dest);
  else if (from.isFIFO()) throw refuse('ERR_FS_CP_FIFO_PIPE', 'EINVAL', `cannot copy a FIFO pipe: ${dest}`, dest);
  else throw refuse('ERR_FS_CP_UNKNOWN', 'EINVAL', `cannot copy an unknown file type: ${dest}`, dest);
}

function* copyFolder(src, dest, from, to, options) {
  if (to === null) yield ask('mkdir', dest);
  for (const name of yield ask('readdir', src)) {
    const inner = paths.join(src, name);
    const target = paths.join(dest, name);
    if (!(yield* wanted(inner, target, options))) continue;
    const found = yield* compare(inner, target, options);
    yield* copyEntry(inner, target, found.from, found.to, options);
  }
  if (to === null) yield ask('chmod', dest, Number(from.mode & 0o7777n));
}

function* copyFile(src, dest, from, to, options) {
  if (to !== null) {
    if (!options.force) {
      if (options.errorOnExist) throw refuse('ERR_FS_CP_EEXIST', 'EEXIST', `${dest} already exists`, dest);
      return;
    }
    yield ask('unlink', dest);
  }
  yield ask('copyFile', src, dest, options.mode);
  if (!options.preserveTimestamps) return;
  const mode = Number(from.mode & 0o7777n);
  if ((mode & 0o200) === 0) yield ask('chmod', dest, mode | 0o200);
  // Reading the source may have changed when it was last read.
  const { atime, mtime } = yield ask('stat', src);
  yield ask('utimes', dest, atime, mtime);
  if ((mode & 0o200) === 0) yield ask('chmod', dest, mode);
}

function* copyLink(src, dest, to, { verbatimSymlinks }) {
  let target = yield ask('readlink', src);
  if (!verbatimSymlinks && !paths.isAbsolute(target)) target = paths.resolve(paths.dirname(src), target);
  if (to === null) {
    yield ask('symlink', target, dest);
    return;
  }
  let other;
  try {
    other = yield ask('readlink', dest);
  } catch (error) {
    if (error.code !== 'EINVAL' && error.code !== 'UNKNOWN') throw error;
    yield ask('symlink', target, dest);
    return;
  }
  if (!paths.isAbsolute(other)) other = paths.resolve(paths.dirname(dest), other);
  if ((yield ask('stat', src)).isDirectory()) {
    if (liesIn(target, other)) throw intoItself(target, other);
    if (liesIn(other, target)) {
      throw refuse('ERR_FS_CP_SYMLINK_TO_SUBDIRECTORY', 'EINVAL', `cannot overwrite ${other} with ${target}`, dest);
    }
  }
  yield ask('unlink', dest);
  yield ask('symlink', target, dest);
}

function prepare(src, dest, options) {
  const all = toCopying(options);
  return copy(pathText(toPath(src, 'src')), pathText(toPath(dest, 'dest')), all);
}

function copyNow(src, dest, options) {
  const steps = prepare(src, dest, options);
  const answer = (step) => {
    if (typeof step !== 'function') return now(step);
    const value = step();
    if (value instanceof Promise) throw new codes.ERR_INVALID_RETURN_VALUE('boolean', 'filter', value);
    return value;
  };
  let next = steps.next();
  while (!next.done) {
    let value;
    try {
      value = answer(next.value);
    } catch (error) {
      next = steps.throw(error);
      continue;
    }
    next = steps.next(value);
  }
}

async function copyLater(src, dest, options) {
  const steps = prepare(src, dest, options);
  let next = steps.next();
  while (!next.done) {
    let value;
    try {
      value = typeof next.value === 'function' ? await next.value() : await promised(next.value);
    } catch (error) {
      next = steps.throw(error);
      continue;
    }
    next = steps.next(value);
  }
}

module.exports = { copyNow, copyLater, prepare };
