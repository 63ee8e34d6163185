'use strict';

const builtins = require('internal/builtins');
const { errno, signals, priority, dlopen } = require('node/os').constants;

// The deprecated union of what `os`, `fs` and `crypto` each have as `constants`.
Object.assign(exports, dlopen, errno, priority, signals, require('node/fs').constants);
Object.assign(exports, builtins.get('crypto').constants);
Object.freeze(exports);
