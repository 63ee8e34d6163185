// A run of its own with passing, failing, pending and asynchronous tests.
'use strict';
const assert = require('node:assert');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { spawnSync } = require('node:child_process');

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'mocha '));
const file = path.join(folder, 'a.test.js');
fs.writeFileSync(
  file,
  `const assert = require('assert');
  describe('group', () => {
    let ready; before(async () => { ready = true; });
    it('passes', () => assert.ok(ready));
    it('waits', (done) => setTimeout(done, 1));
    it('fails', () => assert.deepStrictEqual({ a: 1 }, { a: 2 }));
    it('is pending');
  });`,
);
const bin = require.resolve('mocha/bin/mocha.js');
const run = spawnSync(process.execPath, [bin, '--reporter', 'json', file], { encoding: 'utf8', cwd: folder });
assert.strictEqual(run.status, 1, run.stderr);
const { stats, failures } = JSON.parse(run.stdout);
assert.deepStrictEqual([stats.passes, stats.failures, stats.pending], [2, 1, 1]);
assert.strictEqual(failures[0].fullTitle, 'group fails');
assert.match(failures[0].err.stack, /a\.test\.js:6/);
fs.rmSync(folder, { recursive: true });
