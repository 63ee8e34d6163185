import assert from 'node:assert';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { glob, globSync, Glob } from 'glob';

const cwd = fs.mkdtempSync(path.join(os.tmpdir(), 'glob '));
for (const name of ['a.js', 'b.ts', 'lib/c.js', 'lib/deep/d.js', 'node_modules/x.js', '.hidden.js']) {
  fs.mkdirSync(path.dirname(path.join(cwd, name)), { recursive: true });
  fs.writeFileSync(path.join(cwd, name), '');
}
const sorted = (list) => list.map((name) => name.replaceAll('\\', '/')).sort();
const ignore = 'node_modules/**';
assert.deepStrictEqual(sorted(await glob('**/*.js', { cwd, ignore })), ['a.js', 'lib/c.js', 'lib/deep/d.js']);
assert.deepStrictEqual(sorted(globSync('*.{js,ts}', { cwd, dot: true })), ['.hidden.js', 'a.js', 'b.ts']);
const found = [];
for await (const entry of new Glob('lib/*', { cwd, withFileTypes: true })) {
  found.push(`${entry.name}:${entry.isDirectory()}`);
}
assert.deepStrictEqual(found.sort(), ['c.js:false', 'deep:true']);
fs.rmSync(cwd, { recursive: true });
