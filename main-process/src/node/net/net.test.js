'use strict';

const { test } = require('kaon:test');
const assert = require('node:assert');
const net = require('node:net');

test('addresses are told apart', () => {
  for (const good of ['127.0.0.1', '0.0.0.0', '255.255.255.255']) assert.strictEqual(net.isIP(good), 4, good);
  for (const good of ['::1', '::', '1:2:3:4:5:6:7:8', '1::8', 'fe80::1%eth0', '::ffff:1.2.3.4', '1:2:3:4:5:6:1.2.3.4', '1:2::3:4:5:6:7']) {
    assert.strictEqual(net.isIP(good), 6, good);
  }
  for (const bad of ['', '256.0.0.1', '1.2.3', '01.2.3.4', ':::', '1:2:3:4:5:6:7', '1:2:3:4:5:6:7:8:9', 'g::', '1::2::3', 'localhost']) {
    assert.strictEqual(net.isIP(bad), 0, bad);
  }
});

test('a socket is refused by name', () => {
  assert.throws(() => net.createServer(), { code: 'ERR_NOT_SUPPORTED', message: /net\.createServer/ });
});

test('the attempt timeout is at least 10 ms', () => {
  net.setDefaultAutoSelectFamilyAttemptTimeout(1);
  assert.strictEqual(net.getDefaultAutoSelectFamilyAttemptTimeout(), 10);
  assert.throws(() => net.setDefaultAutoSelectFamilyAttemptTimeout(0), { code: 'ERR_OUT_OF_RANGE' });
});
