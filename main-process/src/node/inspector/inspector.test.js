'use strict';

const assert = require('node:assert');
const test = require('kaon:test');
const inspector = require('node:inspector');

test('nobody inspects', () => {
  assert.strictEqual(inspector.url(), undefined);
  assert.throws(() => inspector.waitForDebugger(), { code: 'ERR_INSPECTOR_NOT_ACTIVE', message: 'Inspector is not active' });
});

test('a session is not to be had', () => {
  assert.throws(() => new inspector.Session(), { code: 'ERR_NOT_SUPPORTED', message: /^inspector\.Session/ });
  assert.throws(() => new (require('node:inspector/promises').Session)(), { code: 'ERR_NOT_SUPPORTED' });
});
