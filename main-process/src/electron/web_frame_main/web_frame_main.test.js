'use strict';

const assert = require('node:assert');
const { test } = require('kaon:test');
const { commands } = require('kaon:test/host');
const { app, BrowserWindow, webFrameMain } = require('electron');

app.on('window-all-closed', () => {});

test('frames are there once the app is ready', async () => {
  assert.throws(() => webFrameMain.fromId(1, 1), { message: 'WebFrameMain is available only after app ready' });
  await app.whenReady();
  assert.strictEqual(webFrameMain.fromId(4711, 1), undefined);
});

test('the main frame of a page is found by its numbers', async () => {
  await app.whenReady();
  const window = new BrowserWindow({ show: false });
  const frame = window.webContents.mainFrame;
  assert.strictEqual(webFrameMain.fromId(frame.processId, frame.routingId), frame);
  assert.strictEqual(frame.top, frame);
  assert.strictEqual(frame.parent, null);
  assert.deepStrictEqual(frame.framesInSubtree, [frame]);
  window.destroy();
  await new Promise((resolve) => setTimeout(resolve));
  assert.strictEqual(frame.isDestroyed(), true);
});

test('a message without a channel is refused', async () => {
  await app.whenReady();
  const window = new BrowserWindow({ show: false });
  assert.throws(() => window.webContents.mainFrame.send(), { name: 'TypeError', message: 'Missing required channel argument' });
  assert.strictEqual(commands().some((command) => command.page?.post), false);
  window.destroy();
});
