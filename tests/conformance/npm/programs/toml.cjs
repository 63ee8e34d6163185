'use strict';
const assert = require('node:assert');
const toml = require('toml');

const text = 'title = "x"\n[owner]\nborn = 1979-05-27T07:32:00Z\n[[items]]\nn = 1\n[[items]]\nn = 0x10\n';
const value = toml.parse(text);
assert.strictEqual(value.title, 'x');
assert.strictEqual(value.owner.born.toISOString(), '1979-05-27T07:32:00.000Z');
assert.deepStrictEqual(value.items.map((item) => item.n), [1, 16]);
assert.throws(() => toml.parse('a ='), { name: 'SyntaxError', message: /end of input found/ });
