'use strict';

const { platform } = require('internal/platform');
const posix = require('./posix');
const win32 = require('./win32');

for (const api of [posix, win32]) {
  api.win32 = win32;
  api.posix = posix;
  api._makeLong = api.toNamespacedPath;
}

module.exports = platform === 'win32' ? win32 : posix;
