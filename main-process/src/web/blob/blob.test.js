'use strict';

const assert = require('node:assert');
const { test } = require('kaon:test');
const { Blob, File } = require('node:buffer');
const { inspect } = require('node:util');

test('a blob joins its sources into bytes', async () => {
  const blob = new Blob(['a\u20ac', new Uint8Array([98]), new Uint16Array([0x6463]).buffer, new Blob(['e']), 1, null]);
  assert.strictEqual(blob.size, 13);
  assert.strictEqual(await blob.text(), 'a\u20acbcde1null');
  assert.deepStrictEqual([...(await new Blob(['\ud800']).bytes())], [239, 191, 189]);
  assert.strictEqual((await blob.arrayBuffer()).byteLength, 13);
  assert.strictEqual(new Blob().size, 0);
});

test('a blob does not see later changes of its sources, nor those of its copies', async () => {
  const source = new Uint8Array([1]);
  const blob = new Blob([source]);
  source[0] = 2;
  (await blob.bytes())[0] = 3;
  assert.deepStrictEqual([...(await blob.bytes())], [1]);
});

test('slices are blobs with offsets from either end', async () => {
  const blob = new Blob(['abcdef'], { type: 'Text/Plain' });
  assert.strictEqual(await blob.slice(1, 3).text(), 'bc');
  assert.strictEqual(await blob.slice(-3, -1).text(), 'de');
  assert.strictEqual(await blob.slice(4, 2).text(), '');
  assert.strictEqual(blob.slice(0, 1).type, '');
  assert.strictEqual(blob.slice(0, 1, 'A/B').type, 'a/b');
  assert.strictEqual(blob.type, 'text/plain');
});

test('a type of other than printable ASCII counts as none', () => {
  for (const type of ['\u00e9', 'a\tb', '\u20ac']) assert.strictEqual(new Blob([], { type }).type, '');
});

test('line ends become those of the platform on demand', async () => {
  const { EOL } = require('node:os');
  assert.strictEqual(await new Blob(['a\r\nb\nc\rd'], { endings: 'native' }).text(), `a${EOL}b${EOL}c${EOL}d`);
  assert.throws(() => new Blob([], { endings: 'x' }), { code: 'ERR_INVALID_ARG_VALUE' });
});

test('sources must be a sequence and options a dictionary', () => {
  for (const sources of [null, 'abc', 1, {}]) assert.throws(() => new Blob(sources), { code: 'ERR_INVALID_ARG_TYPE' });
  assert.throws(() => new Blob([], 1), { code: 'ERR_INVALID_ARG_TYPE' });
  assert.throws(() => Blob.prototype.size, { code: 'ERR_INVALID_THIS' });
});

test('methods of a promise reject rather than throw', async () => {
  await assert.rejects(Blob.prototype.text.call({}), { code: 'ERR_INVALID_THIS' });
});

test('a file is a blob with a name and a date', async () => {
  const file = new File(['ab'], 'n.txt', { type: 'text/plain', lastModified: 5 });
  assert.deepStrictEqual([file.name, file.lastModified, file.size, await file.text()], ['n.txt', 5, 2, 'ab']);
  assert.ok(file instanceof Blob);
  assert.strictEqual(new File([], 'n', { lastModified: 'x' }).lastModified, 0);
  assert.ok(Math.abs(new File([], 'n').lastModified - Date.now()) < 5000);
  assert.throws(() => new File([]), { code: 'ERR_MISSING_ARGS' });
});

test('clones have the same bytes', async () => {
  const { blob, file } = structuredClone({ blob: new Blob(['a', 'b'], { type: 'x/y' }), file: new File(['c'], 'n', { lastModified: 3 }) });
  assert.deepStrictEqual([await blob.text(), blob.type, await file.text(), file.name, file.lastModified], ['ab', 'x/y', 'c', 'n', 3]);
});

test('inspecting shows what they are', () => {
  assert.strictEqual(inspect(new Blob(['a'])), "Blob { size: 1, type: '' }");
  assert.strictEqual(inspect(new File(['a'], 'n', { lastModified: 1 })), "File { size: 1, type: '', name: 'n', lastModified: 1 }");
});
