'use strict';

const { contextBridge, ipcRenderer } = require('electron');

/** The main process answers { value } or { error }; the page gets a value or an Error. */
async function ask(channel, ...args) {
  const answer = await ipcRenderer.invoke(channel, ...args);
  if (answer.error !== undefined) throw new Error(answer.error);
  return answer.value;
}

contextBridge.exposeInMainWorld('notes', {
  start: () => ask('notes:start'),
  list: (query) => ask('notes:list', query),
  read: (name) => ask('notes:read', name),
  create: () => ask('notes:create'),
  write: (name, text, version) => ask('notes:write', name, text, version),
  rename: (from, to) => ask('notes:rename', from, to),
  remove: (name) => ask('notes:remove', name),
  openFolder: () => ask('notes:open-folder'),
  openWindow: (name) => ask('notes:open-window', name),
  openLink: (address) => ask('notes:open-link', address),
  setTitle: (note, dirty) => ask('notes:title', note, dirty),
  flushed: (saved) => ask('notes:flushed', saved),
  onCommand: (listener) => { ipcRenderer.on('notes:command', (_event, name) => listener(name)); },
  onChanged: (listener) => { ipcRenderer.on('notes:changed', (_event, change) => listener(change)); },
});
