'use strict';

const assert = require('node:assert');
const test = require('kaon:test');
const http2 = require('node:http2');
const wasi = require('node:wasi');

test('what is left out can be looked at, and says its name when it is called', () => {
  assert.strictEqual(typeof http2.connect, 'function');
  const expected = { code: 'ERR_NOT_SUPPORTED', message: /^http2\.connect is not supported by Kaon/ };
  assert.throws(() => http2.connect('https://localhost'), expected);
});

test('a class that is left out cannot be constructed', () => {
  assert.throws(() => new wasi.WASI({}), { code: 'ERR_NOT_SUPPORTED', message: /^wasi\.WASI/ });
});
