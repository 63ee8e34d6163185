'use strict';

const path = require('node:path');
const { app, BrowserWindow, ipcMain, shell } = require('electron');

function createWindow() {
  const window = new BrowserWindow({
    width: 760,
    height: 560,
    minWidth: 420,
    minHeight: 380,
    title: app.getName(),
    webPreferences: { preload: path.join(__dirname, 'preload.js') },
  });

  // The window shows this one page: links leave for the browser, and nothing else may take its place.
  window.webContents.on('will-navigate', (event) => event.preventDefault());
  window.webContents.setWindowOpenHandler(({ url }) => {
    if (url.startsWith('https://')) shell.openExternal(url);
    return { action: 'deny' };
  });

  window.loadFile(path.join(__dirname, 'index.html'));
}

// What a page sends is a stranger's input: check it before using it.
ipcMain.handle('greet', (_event, name) => {
  if (typeof name !== 'string' || name.length > 80) throw new TypeError('a name is a string of 80 characters at most');
  return `Hello, ${name.trim() || 'world'}! This answer comes from the main process.`;
});

ipcMain.handle('about', () => ({
  name: app.getName(),
  version: app.getVersion(),
  platform: process.platform,
  node: process.versions.node,
}));

app.whenReady().then(() => {
  createWindow();
  app.on('activate', () => {
    if (BrowserWindow.getAllWindows().length === 0) createWindow();
  });
});

app.on('window-all-closed', () => {
  if (process.platform !== 'darwin') app.quit();
});
