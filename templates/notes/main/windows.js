'use strict';

const path = require('node:path');
const { app, BrowserWindow, dialog } = require('electron');
const settings = require('./settings');

const PAGE = path.join(__dirname, '..', 'page', 'index.html');
const PATIENCE = 3000;
/** What each open window shows: { main, note, dirty, flushed }, by the window's id. */
const open = new Map();
let quitting = false;

function setQuitting(value) {
  quitting = value;
}

/** Sizes come from a file that anybody may edit; a window must stay one that can be seen. */
function remembered(key, fallback) {
  const { width, height, maximized } = settings.get(key) ?? {};
  const sane = (value, least, other) => (Number.isInteger(value) && value >= least && value <= 10000 ? value : other);
  return {
    width: sane(width, 480, fallback.width),
    height: sane(height, 320, fallback.height),
    maximized: maximized === true,
  };
}

function create(kind, note) {
  const key = `${kind}Window`;
  const size = remembered(key, kind === 'main' ? { width: 1080, height: 720 } : { width: 640, height: 640 });
  const window = new BrowserWindow({
    width: size.width,
    height: size.height,
    minWidth: 480,
    minHeight: 320,
    title: app.getName(),
    icon: path.join(__dirname, '..', 'icon.png'),
    webPreferences: { preload: path.join(__dirname, '..', 'preload.js') },
  });
  if (size.maximized) window.maximize();
  const state = { main: kind === 'main', note, dirty: false, flushed: null };
  const id = window.id;
  open.set(id, state);
  guard(window);
  window.on('close', (event) => {
    const { width, height } = window.getNormalBounds();
    settings.set(key, { width, height, maximized: window.isMaximized() });
    if (state.dirty) {
      event.preventDefault();
      saveThenClose(window, state);
    }
  });
  window.on('closed', () => open.delete(id));
  window.on('focus', () => window.webContents.send('notes:command', 'refresh'));
  window.loadFile(PAGE);
  return window;
}

/** The page is ours and stays the only one: links leave for the browser (see handlers.js), never for this window. */
function guard(window) {
  window.webContents.on('will-navigate', (event) => event.preventDefault());
  window.webContents.setWindowOpenHandler(() => ({ action: 'deny' }));
}

async function saveThenClose(window, state) {
  if (state.flushed) return;
  const saved = await new Promise((resolve) => {
    state.flushed = resolve;
    window.webContents.send('notes:command', 'flush');
    setTimeout(resolve, PATIENCE, false);
  });
  state.flushed = null;
  if (window.isDestroyed()) return;
  if (!saved && !(await mayDiscard(window))) {
    quitting = false;
    return;
  }
  state.dirty = false;
  window.close();
  if (quitting) app.quit();
}

async function mayDiscard(window) {
  const { response } = await dialog.showMessageBox(window, {
    type: 'warning',
    message: 'This note could not be saved.',
    detail: 'Closing the window now loses what was typed since the last save.',
    buttons: ['Keep Open', 'Close Anyway'],
    defaultId: 0,
    cancelId: 0,
  });
  return response === 1;
}

function openMain() {
  return create('main', settings.get('lastNote') ?? null);
}

/** Shows a note in a window of its own; a note that has one gets it brought forward. */
function openNote(note) {
  for (const [id, state] of open) {
    if (!state.main && state.note === note) return BrowserWindow.fromId(id)?.focus();
  }
  create('note', note);
}

/** The state of the window a message came from; messages from anything else are refused. */
function stateOf(event) {
  const window = BrowserWindow.fromWebContents(event.sender);
  const state = window && open.get(window.id);
  if (!state) throw new Error('This message came from no window of this app.');
  return { window, state };
}

function setTitle(event, note, dirty) {
  const { window, state } = stateOf(event);
  state.note = note;
  state.dirty = dirty;
  window.setTitle(`${dirty ? '• ' : ''}${note ? `${note} — ` : ''}${app.getName()}`);
  window.setDocumentEdited?.(dirty);
  if (state.main && note && note !== settings.get('lastNote')) settings.set('lastNote', note);
}

function flushed(event, saved) {
  stateOf(event).state.flushed?.(saved === true);
}

/** Tells every window but the one that did it. */
function broadcast(event, change) {
  for (const window of BrowserWindow.getAllWindows()) {
    if (!event || window.webContents.id !== event.sender.id) window.webContents.send('notes:changed', change);
  }
}

module.exports = { setQuitting, openMain, openNote, stateOf, setTitle, flushed, broadcast };
