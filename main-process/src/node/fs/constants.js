'use strict';

const { platform } = require('internal/platform');

const system = native.constants;
const constants = Object.create(null);
const add = (...names) => {
  for (const name of names) if (name in system) constants[name] = system[name];
};

Object.assign(constants, { UV_FS_SYMLINK_DIR: 1, UV_FS_SYMLINK_JUNCTION: 2 });
add('O_RDONLY', 'O_WRONLY', 'O_RDWR');
Object.assign(constants, {
  UV_DIRENT_UNKNOWN: 0,
  UV_DIRENT_FILE: 1,
  UV_DIRENT_DIR: 2,
  UV_DIRENT_LINK: 3,
  UV_DIRENT_FIFO: 4,
  UV_DIRENT_SOCKET: 5,
  UV_DIRENT_CHAR: 6,
  UV_DIRENT_BLOCK: 7,
  EXTENSIONLESS_FORMAT_JAVASCRIPT: 0,
  EXTENSIONLESS_FORMAT_WASM: 1,
});
add(...Object.keys(system));
Object.assign(constants, {
  F_OK: 0,
  R_OK: 4,
  W_OK: 2,
  X_OK: 1,
  UV_FS_COPYFILE_EXCL: 1,
  COPYFILE_EXCL: 1,
  UV_FS_COPYFILE_FICLONE: 2,
  COPYFILE_FICLONE: 2,
  UV_FS_COPYFILE_FICLONE_FORCE: 4,
  COPYFILE_FICLONE_FORCE: 4,
});

module.exports = { constants, hasLchmod: platform === 'darwin' };
