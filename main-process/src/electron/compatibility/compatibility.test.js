'use strict';

const assert = require('node:assert');
const { test } = require('kaon:test');
const { app, BrowserWindow } = require('electron');

app.on('window-all-closed', () => {});

test('an application that declares no Electron gets the defaults of today', async () => {
  await app.whenReady();
  const window = new BrowserWindow({ show: false });
  const { contextIsolation, sandbox, nodeIntegration } = window.webContents.getLastWebPreferences();
  assert.deepStrictEqual({ contextIsolation, sandbox, nodeIntegration },
    { contextIsolation: true, sandbox: true, nodeIntegration: false });
  window.destroy();
});
