'use strict';

const assert = require('node:assert');
const { test } = require('kaon:test');
const { app, BrowserWindow } = require('electron');

app.on('window-all-closed', () => {});

test('an event starts without its default prevented and keeps what a listener decided', async () => {
  const heard = new Promise((resolve) => {
    app.once('activate', (event) => {
      const before = event.defaultPrevented;
      event.preventDefault();
      resolve([before, event.defaultPrevented]);
    });
  });
  require('kaon:test/host').emit({ app: { activate: { hasVisibleWindows: true } } });
  assert.deepStrictEqual(await heard, [false, true]);
});

test('what was destroyed throws when it is used, and says that it was', async () => {
  await app.whenReady();
  const window = new BrowserWindow({ show: false });
  window.destroy();
  assert.strictEqual(window.isDestroyed(), true);
  assert.throws(() => window.getTitle(), { name: 'TypeError', message: 'Object has been destroyed' });
  assert.throws(() => window.webContents, { name: 'TypeError', message: 'Object has been destroyed' });
});
