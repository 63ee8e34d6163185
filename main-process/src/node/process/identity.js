'use strict';

const { validateString, parseFileMode } = require('internal/validators');
const { isWindows } = require('internal/platform');

const methods = {
  cwd: function cwd() {
    return native.cwd();
  },

  chdir: function chdir(directory) {
    validateString(directory, 'directory');
    native.chdir(directory);
  },

  umask: function umask(mask) {
    return mask === undefined ? native.umask(-1) : native.umask(parseFileMode(mask, 'mask') & 0o777);
  },
};

if (!isWindows) {
  ['getuid', 'geteuid', 'getgid', 'getegid'].forEach((name, index) => {
    methods[name] = { [name]: () => native.ids()[index] }[name];
  });
  Object.assign(methods, require('./credentials').methods);
  methods.getgroups = function getgroups() {
    return native.groups();
  };
}

module.exports = { methods };
