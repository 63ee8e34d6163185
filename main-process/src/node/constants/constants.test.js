'use strict';

const assert = require('node:assert');
const { test } = require('kaon:test');
const constants = require('node:constants');

test('has the constants of the system and of files', () => {
  assert.strictEqual(constants.SIGKILL, require('node:os').constants.signals.SIGKILL);
  assert.strictEqual(constants.O_RDONLY, require('node:fs').constants.O_RDONLY);
});

test('cannot be changed', () => {
  assert.throws(() => { 'use strict'; constants.O_RDONLY = 7; }, TypeError);
});
