'use strict';

const assert = require('node:assert');
const { test } = require('kaon:test');
const { isatty, ReadStream, WriteStream } = require('node:tty');

const { getColorDepth, hasColors } = WriteStream.prototype;

test('isatty says no to what is no descriptor', () => {
  for (const value of [-1, 1.5, 'x', {}, undefined, 2 ** 31, 99999]) assert.strictEqual(isatty(value), false);
});

test('only the standard streams can be opened', () => {
  assert.throws(() => new ReadStream(-1), { code: 'ERR_INVALID_FD' });
  assert.throws(() => new WriteStream(7), { code: 'ERR_NOT_SUPPORTED' });
});

test('the environment tells how many colours there are', () => {
  assert.strictEqual(getColorDepth({ FORCE_COLOR: '0', COLORTERM: 'truecolor' }), 1);
  assert.strictEqual(getColorDepth({ FORCE_COLOR: '3' }), 24);
  assert.strictEqual(getColorDepth({ NO_COLOR: '1', COLORTERM: 'truecolor' }), 1);
  assert.strictEqual(getColorDepth({ TERM: 'dumb', COLORTERM: 'truecolor' }), 1);
  if (process.platform === 'win32') return;
  assert.strictEqual(getColorDepth({ TERM: 'xterm-256color' }), 8);
  assert.strictEqual(getColorDepth({ TERM: 'xterm' }), 4);
  assert.strictEqual(getColorDepth({ TERM: 'fantasy' }), 1);
  assert.strictEqual(getColorDepth({ COLORTERM: 'truecolor' }), 24);
  assert.strictEqual(getColorDepth({ CI: '1', GITHUB_ACTIONS: '1' }), 24);
});

test('hasColors compares', () => {
  const terminal = { getColorDepth };
  assert.strictEqual(hasColors.call(terminal, 256, { FORCE_COLOR: '2' }), true);
  assert.strictEqual(hasColors.call(terminal, 257, { FORCE_COLOR: '2' }), false);
  assert.strictEqual(hasColors.call(terminal, { FORCE_COLOR: '1' }), true);
  assert.throws(() => hasColors.call(terminal, 1), { code: 'ERR_OUT_OF_RANGE' });
});
