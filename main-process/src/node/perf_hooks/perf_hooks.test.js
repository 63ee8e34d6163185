'use strict';

const assert = require('node:assert');
const { test } = require('kaon:test');
const hooks = require('node:perf_hooks');

test('it has the globals, the same ones', () => {
  assert.strictEqual(hooks.performance, performance);
  assert.strictEqual(hooks.PerformanceObserver, PerformanceObserver);
  assert.ok(hooks.performance instanceof hooks.Performance);
});

test('a histogram counts, and keeps three figures', () => {
  const histogram = hooks.createHistogram();
  assert.deepStrictEqual([histogram.count, histogram.max, Number.isNaN(histogram.mean)], [0, 0, true]);
  for (const value of [1, 2, 3, 4, 100_000]) histogram.record(value);
  assert.deepStrictEqual([histogram.count, histogram.min, histogram.percentile(50)], [5, 1, 3]);
  assert.ok(Math.abs(histogram.max - 100_000) < 100);
  assert.throws(() => histogram.record(0), { code: 'ERR_OUT_OF_RANGE' });
  const other = hooks.createHistogram();
  other.add(histogram);
  assert.strictEqual(other.countBigInt, 5n);
  other.reset();
  assert.strictEqual(other.count, 0);
});

test('a monitor of the loop has something to tell after a while', async () => {
  const delay = hooks.monitorEventLoopDelay({ resolution: 1 });
  assert.ok(delay.enable());
  assert.ok(!delay.enable());
  while (delay.count === 0) await new Promise((resolve) => setTimeout(resolve, 1));
  assert.ok(delay.min > 0);
  assert.ok(delay.disable());
});
