'use strict';

const assert = require('node:assert');
const { test } = require('kaon:test');
const electron = require('electron');

test('all names of the module give the same object', () => {
  assert.strictEqual(require('electron/main'), electron);
  assert.strictEqual(require('electron/common'), electron);
  assert.strictEqual(require('electron/renderer'), electron);
});

test("every member of Electron's main process can be seen and mentioned", () => {
  const names = Object.keys(electron);
  for (const name of ['app', 'autoUpdater', 'BaseWindow', 'BrowserView', 'BrowserWindow', 'clipboard', 'contentTracing',
    'crashReporter', 'desktopCapturer', 'dialog', 'globalShortcut', 'ipcMain', 'inAppPurchase', 'Menu', 'MenuItem',
    'MessageChannelMain', 'nativeImage', 'nativeTheme', 'net', 'netLog', 'Notification', 'powerMonitor', 'powerSaveBlocker',
    'protocol', 'safeStorage', 'screen', 'session', 'shell', 'systemPreferences', 'TouchBar', 'Tray', 'utilityProcess',
    'webContents', 'webFrameMain', 'View', 'WebContentsView']) {
    assert.ok(names.includes(name), name);
    assert.notStrictEqual(electron[name], undefined, name);
  }
});

test('a member is the same object each time', () => {
  for (const name of Object.keys(electron)) assert.strictEqual(electron[name], electron[name], name);
});

test('a base window without a page is not there', () => {
  assert.throws(() => new electron.BaseWindow(), { code: 'ERR_NOT_SUPPORTED', message: /electron\.BaseWindow/ });
});
