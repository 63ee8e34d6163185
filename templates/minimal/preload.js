'use strict';

const { contextBridge, ipcRenderer } = require('electron');

// The page gets these two functions and nothing else of the system.
contextBridge.exposeInMainWorld('api', {
  greet: (name) => ipcRenderer.invoke('greet', name),
  about: () => ipcRenderer.invoke('about'),
});
