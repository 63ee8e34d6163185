import assert from 'node:assert';
import pLimit from 'p-limit';

const limit = pLimit(2);
let running = 0;
let most = 0;
const work = Array.from({ length: 9 }, (_, index) =>
  limit(async () => {
    most = Math.max(most, ++running);
    await new Promise((resolve) => setTimeout(resolve, 2));
    running--;
    return index;
  }),
);
assert.strictEqual(limit.activeCount + limit.pendingCount, 9);
assert.deepStrictEqual(await Promise.all(work), [0, 1, 2, 3, 4, 5, 6, 7, 8]);
assert.strictEqual(most, 2);
await assert.rejects(limit(() => Promise.reject(new Error('no'))), /no/);
