import assert from 'node:assert';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { rimraf, rimrafSync } from 'rimraf';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'rimraf '));
for (const name of ['a/b/c.txt', 'd/e.txt', 'd/f.txt']) {
  fs.mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
  fs.writeFileSync(path.join(folder, name), '');
}
assert.strictEqual(await rimraf(path.join(folder, 'a')), true);
rimrafSync(path.join(folder, 'd'), { filter: (name) => !name.endsWith('f.txt') });
assert.deepStrictEqual(fs.readdirSync(folder, { recursive: true }).sort(), ['d', path.join('d', 'f.txt')]);
await rimraf(folder);
assert.strictEqual(fs.existsSync(folder), false);
