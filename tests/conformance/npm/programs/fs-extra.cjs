'use strict';
const assert = require('node:assert');
const os = require('node:os');
const path = require('node:path');
const fs = require('fs-extra');

(async () => {
  const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'fs extra '));
  await fs.outputJson(path.join(folder, 'a/b/c.json'), { x: 1 }, { spaces: 2 });
  await fs.copy(path.join(folder, 'a'), path.join(folder, 'copy'), { filter: (source) => !source.endsWith('.txt') });
  assert.deepStrictEqual(await fs.readJson(path.join(folder, 'copy/b/c.json')), { x: 1 });
  await fs.move(path.join(folder, 'copy'), path.join(folder, 'moved'));
  assert.strictEqual(await fs.pathExists(path.join(folder, 'copy')), false);
  await fs.ensureSymlink(path.join(folder, 'moved'), path.join(folder, 'link'));
  assert.strictEqual((await fs.lstat(path.join(folder, 'link'))).isSymbolicLink(), true);
  await fs.emptyDir(path.join(folder, 'moved'));
  assert.deepStrictEqual(fs.readdirSync(path.join(folder, 'moved')), []);
  await fs.remove(folder);
  assert.strictEqual(fs.existsSync(folder), false);
})();
