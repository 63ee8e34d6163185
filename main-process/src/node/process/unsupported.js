'use strict';

const { codes } = require('internal/errors');

// What Node has and Kaon leaves out on purpose.
const MISSING = ['dlopen'];

function define(process) {
  for (const name of MISSING) {
    process[name] = { [name]() { throw new codes.ERR_NOT_SUPPORTED(`process.${name}`); } }[name];
  }
  for (const name of ['binding', '_linkedBinding']) {
    process[name] = { [name](module) { throw new Error(`No such module: ${module}`); } }[name];
  }
}

module.exports = { define };
