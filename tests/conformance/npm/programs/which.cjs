'use strict';
const assert = require('node:assert');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const which = require('which');

(async () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'which '));
  const tool = path.join(folder, process.platform === 'win32' ? 'tool.exe' : 'tool');
  fs.writeFileSync(tool, '#!/bin/sh\n', { mode: 0o755 });
  assert.strictEqual(await which('tool', { path: folder }), tool);
  assert.strictEqual(which.sync('missing-tool', { path: folder, nothrow: true }), null);
  await assert.rejects(which('missing-tool', { path: folder }), { code: 'ENOENT' });
  fs.rmSync(folder, { recursive: true });
})();
