'use strict';

const assert = require('node:assert');
const test = require('kaon:test');

test('sys is util, and says that it is deprecated', async () => {
  const warned = new Promise((resolve) => process.once('warning', resolve));
  assert.strictEqual(require('node:sys'), require('node:util'));
  assert.strictEqual((await warned).code, 'DEP0025');
});
