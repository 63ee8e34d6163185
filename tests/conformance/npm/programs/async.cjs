'use strict';
const assert = require('node:assert');
const async = require('async');

(async () => {
  let running = 0;
  let most = 0;
  const squares = await async.mapLimit([1, 2, 3, 4, 5], 2, async (n) => {
    most = Math.max(most, ++running);
    await new Promise((resolve) => setTimeout(resolve, 1));
    running--;
    return n * n;
  });
  assert.deepStrictEqual([squares, most], [[1, 4, 9, 16, 25], 2]);
  const results = await async.auto({
    a: (done) => setImmediate(done, null, 1),
    b: ['a', ({ a }, done) => done(null, a + 1)],
  });
  assert.deepStrictEqual(results, { a: 1, b: 2 });
  const queue = async.queue((task, done) => setTimeout(() => done(null, task), 1), 3);
  const seen = [];
  for (const task of ['x', 'y', 'z', 'w']) queue.push(task, (error, value) => seen.push(value));
  await queue.drain();
  assert.deepStrictEqual(seen.sort(), ['w', 'x', 'y', 'z']);
  await assert.rejects(async.retry({ times: 2 }, async () => Promise.reject(new Error('always'))), /always/);
})();
