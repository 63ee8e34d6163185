'use strict';

const { test } = require('kaon:test');
const assert = require('node:assert');
const threads = require('node:worker_threads');

test('the main thread knows itself', () => {
  assert.deepStrictEqual([threads.isMainThread, threads.threadId, threads.parentPort, threads.workerData], [true, 0, null, null]);
});

test('a worker is refused by name', () => {
  assert.throws(() => new threads.Worker('x.js'), { code: 'ERR_NOT_SUPPORTED', message: /worker_threads\.Worker/ });
});

test('environment data is kept by key', () => {
  threads.setEnvironmentData('a', 1);
  assert.strictEqual(threads.getEnvironmentData('a'), 1);
  threads.setEnvironmentData('a');
  assert.strictEqual(threads.getEnvironmentData('a'), undefined);
});
