'use strict';
const assert = require('node:assert');
const minimist = require('minimist');

const parsed = minimist(['-abc', '--name=x', '--n', '5', '--no-y', 'rest', '--', 'raw'], { string: ['n'], '--': true });
assert.deepStrictEqual(parsed, { _: ['rest'], a: true, b: true, c: true, name: 'x', n: '5', y: false, '--': ['raw'] });
minimist(['--__proto__.polluted', 'yes']);
assert.strictEqual({}.polluted, undefined);
