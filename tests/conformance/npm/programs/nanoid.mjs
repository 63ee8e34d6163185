import assert from 'node:assert';
import { customAlphabet, nanoid, urlAlphabet } from 'nanoid';

const all = new Set(Array.from({ length: 2000 }, () => nanoid()));
assert.strictEqual(all.size, 2000);
for (const id of all) assert.match(id, /^[\w-]{21}$/);
assert.match(customAlphabet('01', 64)(), /^[01]{64}$/);
assert.strictEqual(new Set(urlAlphabet).size, 64);
