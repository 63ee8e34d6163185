'use strict';
const assert = require('node:assert');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const fg = require('fast-glob');

(async () => {
  const cwd = fs.mkdtempSync(path.join(os.tmpdir(), 'fast glob '));
  for (const name of ['a.js', 'src/b.js', 'src/c.test.js', 'src/.d.js']) {
    fs.mkdirSync(path.dirname(path.join(cwd, name)), { recursive: true });
    fs.writeFileSync(path.join(cwd, name), name);
  }
  assert.deepStrictEqual((await fg(['**/*.js', '!**/*.test.js'], { cwd })).sort(), ['a.js', 'src/b.js']);
  assert.deepStrictEqual(fg.sync('src/*', { cwd, dot: true }).sort(), ['src/.d.js', 'src/b.js', 'src/c.test.js']);
  const [entry] = await fg('a.js', { cwd, stats: true });
  assert.strictEqual(entry.stats.size, 4);
  const streamed = [];
  for await (const name of fg.stream('src/*.js', { cwd })) streamed.push(name);
  assert.deepStrictEqual(streamed.sort(), ['src/b.js', 'src/c.test.js']);
  fs.rmSync(cwd, { recursive: true });
})();
