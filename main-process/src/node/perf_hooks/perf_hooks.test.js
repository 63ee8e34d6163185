'use strict';

const assert = require('node:assert');
const { test } = require('kaon:test');
const hooks = require('node:perf_hooks');

test('it has the globals, the same ones', () => {
  assert.strictEqual(hooks.performance, performance);
  assert.strictEqual(hooks.PerformanceObserver, PerformanceObserver);
  assert.ok(hooks.performance instanceof hooks.Performance);
});

test('what is missing says so', () => {
  assert.throws(() => hooks.monitorEventLoopDelay(), { code: 'ERR_NOT_SUPPORTED' });
  assert.throws(() => hooks.createHistogram(), { code: 'ERR_NOT_SUPPORTED' });
});
