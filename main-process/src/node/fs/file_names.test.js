'use strict';

const assert = require('node:assert');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const test = require('kaon:test');

test('a path with NUL is refused, however it is given', async () => {
  const refused = { code: 'ERR_INVALID_ARG_VALUE' };
  for (const name of ['a\0b', Buffer.from('a\0b'), new URL('file:///C:/a%00b')]) {
    assert.throws(() => fs.readFileSync(name), refused);
    assert.throws(() => fs.mkdirSync(name), refused);
    await assert.rejects(fs.promises.stat(name), refused);
  }
});

// Other systems have no such names.
if (process.platform === 'linux') {
  test('names that are no UTF-8 are reached as buffers', async () => {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'kaon-names-'));
    const name = Buffer.from([0xff, 0xfe, 0x61]);
    const whole = Buffer.concat([Buffer.from(`${folder}/`), name]);
    fs.writeFileSync(whole, 'here');
    assert.deepStrictEqual(fs.readdirSync(folder, 'buffer'), [name]);
    assert.deepStrictEqual(await fs.promises.readdir(folder, { encoding: 'buffer' }), [name]);
    assert.strictEqual(fs.readdirSync(folder)[0], '\ufffd\ufffda');
    assert.strictEqual(await fs.promises.readFile(whole, 'utf8'), 'here');
    fs.unlinkSync(whole);
    fs.rmdirSync(folder);
  });
}
