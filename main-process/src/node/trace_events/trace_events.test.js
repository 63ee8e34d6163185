'use strict';

const assert = require('node:assert');
const test = require('kaon:test');
const { createTracing, getEnabledCategories } = require('node:trace_events');

test('nothing is traced', () => {
  assert.strictEqual(getEnabledCategories(), undefined);
  assert.throws(() => createTracing({ categories: ['node'] }), { code: 'ERR_NOT_SUPPORTED', message: /createTracing/ });
});
