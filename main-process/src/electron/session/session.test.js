'use strict';

const assert = require('node:assert');
const path = require('node:path');
const { test } = require('kaon:test');
const { app, session, BrowserWindow } = require('electron');

app.on('window-all-closed', () => {});

test('a session is there once the app is ready', async () => {
  assert.throws(() => session.defaultSession, { name: 'TypeError', message: 'Session can only be received when app is ready' });
  await app.whenReady();
  assert.strictEqual(session.defaultSession, session.fromPartition(''));
});

test('a partition is the same session each time, and persists if its name says so', async () => {
  await app.whenReady();
  const kept = session.fromPartition('persist:kept');
  assert.strictEqual(session.fromPartition('persist:kept'), kept);
  assert.strictEqual(kept.isPersistent(), true);
  assert.strictEqual(kept.storagePath, path.join(app.getPath('sessionData'), 'Partitions', 'kept'));
  const memory = session.fromPartition('memory');
  assert.strictEqual(memory.isPersistent(), false);
  assert.strictEqual(memory.storagePath, null);
});

test('a page belongs to the session of its partition', async () => {
  await app.whenReady();
  const window = new BrowserWindow({ show: false, webPreferences: { partition: 'persist:page' } });
  assert.strictEqual(window.webContents.session, session.fromPartition('persist:page'));
  window.destroy();
});

test('what is not there says so when it is used', async () => {
  await app.whenReady();
  const { cookies, webRequest } = session.defaultSession;
  assert.throws(() => cookies.get({}), { code: 'ERR_NOT_SUPPORTED', message: /session\.cookies\.get/ });
  assert.throws(() => webRequest.onBeforeRequest(null), { code: 'ERR_NOT_SUPPORTED' });
  assert.throws(() => session.defaultSession.clearCache(), { code: 'ERR_NOT_SUPPORTED', message: /session\.clearCache/ });
});
