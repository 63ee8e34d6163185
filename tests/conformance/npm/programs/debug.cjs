'use strict';
const assert = require('node:assert');
const util = require('node:util');
const debug = require('debug');

const lines = [];
debug.enable('app:*,-app:secret');
debug.log = (...values) => lines.push(util.stripVTControlCharacters(util.format(...values)));
debug('app:one')('value %o and %d', { a: 1 }, 7);
debug('app:secret')('hidden');
debug('other')('hidden');
assert.strictEqual(lines.length, 1);
assert.match(lines[0], /app:one value \{ a: 1 \} and 7/);
assert.strictEqual(debug('app:one').extend('two').namespace, 'app:one:two');
