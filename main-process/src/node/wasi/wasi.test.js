'use strict';

const assert = require('node:assert');
const test = require('kaon:test');
const { WASI } = require('node:wasi');

test('there is no WebAssembly to serve', () => {
  assert.throws(() => new WASI({ version: 'preview1' }), { code: 'ERR_NOT_SUPPORTED', message: /WebAssembly/ });
});
