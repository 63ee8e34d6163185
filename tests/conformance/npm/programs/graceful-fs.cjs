// More files at once than the process may hold open.
'use strict';
const assert = require('node:assert');
const os = require('node:os');
const path = require('node:path');
const { promisify } = require('node:util');
const fs = require('graceful-fs');

(async () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'graceful '));
  const names = Array.from({ length: 3000 }, (_, index) => path.join(folder, `${index}`));
  const write = promisify(fs.writeFile);
  const read = promisify(fs.readFile);
  await Promise.all(names.map((name) => write(name, name)));
  const texts = await Promise.all(names.map((name) => read(name, 'utf8')));
  assert.deepStrictEqual(texts, names);
  await promisify(fs.rename)(names[0], `${names[0]}.new`);
  assert.strictEqual(fs.existsSync(`${names[0]}.new`), true);
  fs.rmSync(folder, { recursive: true });
})();
