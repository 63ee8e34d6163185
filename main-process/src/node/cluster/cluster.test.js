'use strict';

const assert = require('node:assert');
const test = require('kaon:test');
const cluster = require('node:cluster');

test('a program is the primary of a cluster of its own', () => {
  assert.deepStrictEqual([cluster.isPrimary, cluster.isWorker, cluster.workers], [true, false, {}]);
  assert.strictEqual(cluster.on('fork', () => {}), cluster);
});

test('workers are not forked', () => {
  assert.throws(() => cluster.fork(), { code: 'ERR_NOT_SUPPORTED', message: /^cluster\.fork/ });
});
