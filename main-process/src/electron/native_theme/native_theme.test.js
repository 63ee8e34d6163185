'use strict';

const assert = require('node:assert');
const { once } = require('node:events');
const { test } = require('kaon:test');
const { answer, commands, emit, settled } = require('kaon:test/host');
const { app, nativeTheme } = require('electron');

test('dark is what the system prefers, asked for once', async () => {
  await app.whenReady();
  answer({ dark: true });
  assert.strictEqual(nativeTheme.themeSource, 'system');
  assert.strictEqual(nativeTheme.shouldUseDarkColors, true);
  assert.strictEqual(nativeTheme.shouldUseDarkColors, true);
});

test('the application decides over the system, and is told when something changed', async () => {
  commands();
  const updated = once(nativeTheme, 'updated');
  nativeTheme.themeSource = 'light';
  assert.strictEqual(nativeTheme.shouldUseDarkColors, false);
  assert.deepStrictEqual(commands(), [{ theme: { setSource: { source: 'light' } } }]);
  await updated;
});

test('nobody is told when nothing changed', async () => {
  nativeTheme.once('updated', () => assert.fail('light is light'));
  nativeTheme.themeSource = 'light';
  await settled();
  nativeTheme.removeAllListeners('updated');
});

test('the system is heard again when the application gives way', async () => {
  const updated = once(nativeTheme, 'updated');
  nativeTheme.themeSource = 'system';
  assert.strictEqual(nativeTheme.shouldUseDarkColors, true);
  await updated;
  const again = once(nativeTheme, 'updated');
  emit({ theme: { updated: { dark: false } } });
  await again;
  assert.strictEqual(nativeTheme.shouldUseDarkColors, false);
});

test('a source is one of three', () => {
  assert.throws(() => {
    nativeTheme.themeSource = 'blue';
  }, { name: 'TypeError', message: /conversion failure from blue/ });
});
