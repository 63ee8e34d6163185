'use strict';
const assert = require('node:assert');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { mkdirp, mkdirpManual } = require('mkdirp');

(async () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'mkdirp '));
  assert.strictEqual(await mkdirp(path.join(folder, 'a/b/c')), path.join(folder, 'a'));
  assert.strictEqual(await mkdirp(path.join(folder, 'a/b/c')), undefined);
  await mkdirpManual(path.join(folder, 'x/y'), { mode: 0o700 });
  assert.strictEqual(fs.statSync(path.join(folder, 'x/y')).mode & 0o777, 0o700);
  fs.writeFileSync(path.join(folder, 'file'), '');
  await assert.rejects(mkdirp(path.join(folder, 'file/below')), { code: 'ENOTDIR' });
  fs.rmSync(folder, { recursive: true });
})();
