'use strict';

const assert = require('node:assert');
const test = require('kaon:test');
const repl = require('node:repl');

test('values are written as the prompt writes them', () => {
  assert.strictEqual(repl.writer({ a: [1] }), '{ a: [ 1 ] }');
  assert.strictEqual(repl.writer.options.showProxy, true);
});

test('the built-in modules are listed', () => {
  assert.ok(repl.builtinModules.includes('fs/promises'));
});

test('there is no prompt', () => {
  assert.throws(() => repl.start(), { code: 'ERR_NOT_SUPPORTED', message: /^repl\.start/ });
});
