'use strict';
const assert = require('node:assert');
const { once } = require('node:events');
const spawn = require('cross-spawn');

(async () => {
  const child = spawn(process.execPath, ['-e', 'console.log(process.argv.slice(1).join("|"))', 'a b', '"c"', '&d']);
  let text = '';
  child.stdout.on('data', (part) => (text += part));
  const [code] = await once(child, 'close');
  assert.deepStrictEqual([code, text.trim()], [0, 'a b|"c"|&d']);
  assert.strictEqual(spawn.sync('no-such-command-at-all', []).error.code, 'ENOENT');
})();
