'use strict';
const assert = require('node:assert');
const yaml = require('js-yaml');

assert.deepStrictEqual(yaml.load('a: 1\nb:\n  - x\n  - {y: z}\n'), { a: 1, b: ['x', { y: 'z' }] });
assert.strictEqual(yaml.dump({ a: [1, 'two', null], b: { c: true } }), 'a:\n  - 1\n  - two\n  - null\nb:\n  c: true\n');
assert.throws(() => yaml.load('a: b: c'), (error) => error.name === 'YAMLException' && /1:/.test(error.message));
