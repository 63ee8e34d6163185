'use strict';

const { dialog, ipcMain, shell } = require('electron');
const { checkName } = require('./names');
const settings = require('./settings');
const store = require('./store');
const windows = require('./windows');

/** Errors cross to the page as their text alone: no stack, no wrapping by the bridge. */
function handle(channel, action) {
  ipcMain.handle(channel, async (event, ...args) => {
    try {
      return { value: await action(event, ...args) };
    } catch (error) {
      return { error: error.code === 'ENOENT' ? 'This note is no longer in the folder.' : String(error.message) };
    }
  });
}

function start(event) {
  const { state } = windows.stateOf(event);
  return { main: state.main, note: state.note, folder: store.getFolder() };
}

async function create(event) {
  const name = await store.create();
  windows.broadcast(event, { kind: 'written', name });
  return name;
}

async function write(event, name, text, version) {
  const written = await store.write(name, text, version);
  windows.broadcast(event, { kind: 'written', name: written.name });
  return written;
}

async function rename(event, from, to) {
  const name = await store.rename(from, to);
  windows.broadcast(event, { kind: 'renamed', name: from, to: name });
  return name;
}

async function remove(event, name) {
  const { window } = windows.stateOf(event);
  const { file } = await store.statNote(name);
  const { response } = await dialog.showMessageBox(window, {
    type: 'question',
    message: `Move “${name}” to the trash?`,
    buttons: ['Cancel', 'Move to Trash'],
    defaultId: 1,
    cancelId: 0,
  });
  if (response !== 1) return false;
  await shell.trashItem(file);
  windows.broadcast(event, { kind: 'removed', name });
  return true;
}

async function openFolder(event) {
  const { window } = windows.stateOf(event);
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: 'Choose the folder of your notes',
    defaultPath: store.getFolder(),
    properties: ['openDirectory', 'createDirectory'],
  });
  if (canceled || filePaths.length === 0) return null;
  await store.openFolder(filePaths[0]);
  settings.set('folder', store.getFolder());
  windows.broadcast(event, { kind: 'folder', folder: store.getFolder() });
  return store.getFolder();
}

async function openWindow(_event, name) {
  await store.statNote(name);
  windows.openNote(checkName(name));
}

function openLink(_event, address) {
  const { protocol, href } = new URL(address);
  if (!['https:', 'http:', 'mailto:'].includes(protocol)) throw new Error(`Links to ${protocol} are not opened.`);
  return shell.openExternal(href);
}

function title(event, note, dirty) {
  windows.setTitle(event, note === null ? null : checkName(note), dirty === true);
}

function installHandlers() {
  handle('notes:start', start);
  handle('notes:list', (_event, query) => store.list(query));
  handle('notes:read', (_event, name) => store.read(name));
  handle('notes:create', create);
  handle('notes:write', write);
  handle('notes:rename', rename);
  handle('notes:remove', remove);
  handle('notes:open-folder', openFolder);
  handle('notes:open-window', openWindow);
  handle('notes:open-link', openLink);
  handle('notes:title', title);
  handle('notes:flushed', (event, saved) => windows.flushed(event, saved));
}

module.exports = { installHandlers };
