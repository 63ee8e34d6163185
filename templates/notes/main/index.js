'use strict';

const { app, BrowserWindow } = require('electron');
const { installHandlers } = require('./handlers');
const { installMenu } = require('./menu');
const settings = require('./settings');
const store = require('./store');
const windows = require('./windows');

async function start() {
  await app.whenReady();
  settings.load();
  await store.openFolder(process.env.NOTES_DIR || settings.get('folder') || store.defaultFolder());
  installHandlers();
  installMenu();
  windows.openMain();

  app.on('activate', () => {
    if (BrowserWindow.getAllWindows().length === 0) windows.openMain();
  });
}

app.on('window-all-closed', () => {
  if (process.platform !== 'darwin') app.quit();
});

// Unsaved text holds a window open for a moment (see windows.js); the quit goes on when it is written.
app.on('before-quit', () => windows.setQuitting(true));

start().catch((error) => {
  const { dialog } = require('electron');
  dialog.showErrorBox('Notes cannot start', String(error.message));
  app.exit(1);
});
