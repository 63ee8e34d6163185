'use strict';

const { IpcMain } = require('./ipc_main_class');

module.exports = { ipcMain: new IpcMain(), IpcMain };
