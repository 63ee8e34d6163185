'use strict';

const assert = require('node:assert');
const os = require('node:os');
const { test } = require('kaon:test');

test('the navigator knows the machine and its language', () => {
  assert.strictEqual(navigator.hardwareConcurrency, os.availableParallelism());
  assert.strictEqual(navigator.userAgent, `Node.js/${process.versions.node.split('.')[0]}`);
  assert.strictEqual(typeof navigator.platform, 'string');
  assert.deepStrictEqual([...navigator.languages], [navigator.language]);
  assert.ok(Object.isFrozen(navigator.languages));
  assert.strictEqual(navigator.languages, navigator.languages);
});

test('nobody makes a navigator, or asks something else as one', () => {
  assert.throws(() => new Navigator(), { code: 'ERR_ILLEGAL_CONSTRUCTOR' });
  const { get } = Object.getOwnPropertyDescriptor(Navigator.prototype, 'platform');
  assert.throws(() => get.call({}), { code: 'ERR_INVALID_THIS' });
});

test('a program may put its own in the place of the navigator', () => {
  const kept = navigator;
  globalThis.navigator = { userAgent: 'mine' };
  assert.strictEqual(navigator.userAgent, 'mine');
  globalThis.navigator = kept;
});
