'use strict';

const { app, BrowserWindow, Menu } = require('electron');
const windows = require('./windows');

/** A menu item that the page of the focused window carries out (`commands` in page/app.js). */
function command(label, name, accelerator) {
  return {
    label,
    accelerator,
    click(_item, focused) {
      const window = focused ?? BrowserWindow.getFocusedWindow() ?? windows.openMain();
      window.webContents?.send('notes:command', name);
    },
  };
}

function template() {
  const mac = process.platform === 'darwin';
  const separator = { type: 'separator' };
  return [
    ...(mac ? [{ role: 'appMenu' }] : []),
    {
      label: '&File',
      submenu: [
        command('New Note', 'create', 'CmdOrCtrl+N'),
        command('Show in New Window', 'open-window', 'CmdOrCtrl+Shift+N'),
        command('Open Folder…', 'open-folder', 'CmdOrCtrl+O'),
        separator,
        command('Save', 'save', 'CmdOrCtrl+S'),
        command('Rename…', 'rename', 'F2'),
        command('Delete…', 'remove', 'CmdOrCtrl+Shift+D'),
        separator,
        mac ? { role: 'close' } : { role: 'quit' },
      ],
    },
    {
      label: '&Edit',
      submenu: [
        { role: 'undo' },
        { role: 'redo' },
        separator,
        { role: 'cut' },
        { role: 'copy' },
        { role: 'paste' },
        { role: 'selectAll' },
        separator,
        command('Find Notes', 'find', 'CmdOrCtrl+F'),
      ],
    },
    {
      label: '&View',
      submenu: [
        command('Show or Hide Preview', 'preview', 'CmdOrCtrl+E'),
        separator,
        { role: 'resetZoom' },
        { role: 'zoomIn' },
        { role: 'zoomOut' },
        separator,
        { role: 'togglefullscreen' },
        ...(app.isPackaged ? [] : [{ role: 'toggleDevTools' }]),
      ],
    },
    { label: '&Window', submenu: [{ role: 'minimize' }, { role: 'close' }] },
  ];
}

function installMenu() {
  Menu.setApplicationMenu(Menu.buildFromTemplate(template()));
}

module.exports = { installMenu };
