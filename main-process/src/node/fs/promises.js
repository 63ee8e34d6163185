'use strict';

const { codes } = require('internal/errors');
const { toOptions, isUrl, parseFileMode, toFlags, toPath } = require('./arguments');
const { constants, hasLchmod } = require('./constants');
const { copyLater } = require('./cp');
const { opendir } = require('./dir');
const { FileHandle, abortable, writeTo } = require('./file_handle');
const { APPEND_DEFAULTS, WRITE_DEFAULTS, throwIfAborted, toReadFile, toWriteFile, toWriteOptions, yields } = require('./files');
const { named, promiseForm, promised } = require('./forms');
const { lchmod, table } = require('./operations');

async function open(path, flags, mode) {
  return new FileHandle(await promised(table.open[0](path, flags, mode)));
}

async function readFile(path, options) {
  const all = toOptions(options, { flag: 'r' });
  throwIfAborted(all.signal);
  if (path instanceof FileHandle) return path.readFile(all);
  return abortable(all.signal, toReadFile(asPath(path), all));
}

// Numbers are files for the other styles; here a FileHandle is what they are.
function asPath(path) {
  return isUrl(path) ? path : toPath(path);
}

async function writeWith(path, data, options, defaults, method) {
  const all = toWriteOptions(options, defaults);
  if (path instanceof FileHandle) return path[method](data, all);
  throwIfAborted(all.signal);
  if (!yields(data)) return abortable(all.signal, toWriteFile(asPath(path), data, all));
  const args = [toPath(path), toFlags(all.flag), parseFileMode(all.mode, 'mode', 0o666)];
  const fd = await promised({ op: 'open', args, finish: (value) => value });
  try {
    return await writeTo(fd, data, all);
  } finally {
    await promised({ op: 'close', args: [fd] });
  }
}

const writeFile = async (path, data, options) => writeWith(path, data, options, WRITE_DEFAULTS, 'writeFile');
const appendFile = async (path, data, options) => writeWith(path, data, options, APPEND_DEFAULTS, 'appendFile');

async function lchmodPromise(path, mode) {
  if (!hasLchmod) throw new codes.ERR_METHOD_NOT_IMPLEMENTED('lchmod()');
  return promised(lchmod(path, mode));
}

function glob(pattern, options) {
  return require('./glob').globAsync(pattern, options);
}

const form = (name) => promiseForm(name, table[name][0]);

module.exports = {
  access: form('access'),
  copyFile: form('copyFile'),
  cp: named('cp', 3, async (src, dest, options) => copyLater(src, dest, options)),
  glob,
  open,
  opendir: promiseForm('opendir', opendir),
  rename: form('rename'),
  truncate: form('truncate'),
  rm: form('rm'),
  rmdir: form('rmdir'),
  mkdir: form('mkdir'),
  readdir: form('readdir'),
  readlink: form('readlink'),
  symlink: form('symlink'),
  lstat: form('lstat'),
  stat: form('stat'),
  statfs: form('statfs'),
  link: form('link'),
  unlink: form('unlink'),
  chmod: form('chmod'),
  lchmod: named('lchmod', 2, lchmodPromise),
  lchown: form('lchown'),
  chown: form('chown'),
  utimes: form('utimes'),
  lutimes: form('lutimes'),
  realpath: form('realpath'),
  mkdtemp: form('mkdtemp'),
  writeFile,
  appendFile,
  readFile,
  watch: named('watch', 1, (filename, options) => require('./watch').watchPromise(filename, options)),
  constants,
};
