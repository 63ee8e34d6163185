'use strict';

const assert = require('node:assert');
const { promisify } = require('node:util');
const zlib = require('node:zlib');
const test = require('kaon:test');

const packed = zlib.gzipSync('hello'.repeat(100));

test('gzip that is cut short says so, everywhere', async () => {
  const cut = packed.subarray(0, 20);
  const error = { code: 'Z_BUF_ERROR', errno: -5, message: 'unexpected end of file' };
  assert.throws(() => zlib.gunzipSync(cut), error);
  await assert.rejects(promisify(zlib.gunzip)(cut), error);
  await assert.rejects(async () => {
    for await (const piece of zlib.createGunzip().end(cut)) assert.ok(piece);
  }, error);
});

test('gzip with a wrong sum is refused', () => {
  const wrong = Buffer.from(packed);
  wrong[wrong.length - 8] ^= 1;
  assert.throws(() => zlib.gunzipSync(wrong), { code: 'Z_DATA_ERROR', message: 'incorrect data check' });
});
