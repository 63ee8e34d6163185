'use strict';

const { codes } = require('internal/errors');
const { isWindows } = require('internal/platform');

// What Node has and Kaon leaves out on purpose.
const MISSING = ['dlopen', 'getActiveResourcesInfo'];
const MISSING_ON_UNIX = ['setuid', 'seteuid', 'setgid', 'setegid', 'setgroups', 'initgroups'];

function define(process) {
  for (const name of isWindows ? MISSING : [...MISSING, ...MISSING_ON_UNIX]) {
    process[name] = { [name]() { throw new codes.ERR_NOT_SUPPORTED(`process.${name}`); } }[name];
  }
  for (const name of ['binding', '_linkedBinding']) {
    process[name] = { [name](module) { throw new Error(`No such module: ${module}`); } }[name];
  }
}

module.exports = { define };
