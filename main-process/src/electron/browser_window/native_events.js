'use strict';

const host = require('internal/host');
const { Event, emit, emitWith, kState } = require('electron/native_object');
const { end } = require('./closing');
const registry = require('./registry');

const app = () => require('electron/app');

const moved = (a, b) => a !== null && (a.x !== b.x || a.y !== b.y);
const resized = (a, b) => a !== null && (a.width !== b.width || a.height !== b.height);

// Field of the state to what is emitted when it becomes true, and when it becomes false.
const TURNS = [
  ['minimized', 'minimize', 'restore'],
  ['maximized', 'maximize', 'unmaximize'],
  ['fullScreen', 'enter-full-screen', 'leave-full-screen'],
];

function focusChanged(window, focused) {
  const event = new Event({ sender: window });
  emitWith(window, focused ? 'focus' : 'blur', event);
  emitWith(app(), focused ? 'browser-window-focus' : 'browser-window-blur', event, window);
}

/** Whether Electron tells of the end of a move or resize on this system. */
const tellsOfEnds = process.platform !== 'linux';
const END_MS = 100;

function later(window, name) {
  if (!tellsOfEnds) return;
  const { ends } = window[kState];
  clearTimeout(ends[name]);
  ends[name] = setTimeout(() => {
    if (!window.isDestroyed()) emit(window, name);
  }, END_MS);
}

function eventsOf(window, before, after) {
  const events = [];
  if (moved(before.bounds, after.bounds)) events.push('move');
  if (resized(before.bounds, after.bounds)) events.push('resize');
  for (const [field, on, off] of TURNS) {
    if (before[field] !== after[field]) events.push(after[field] ? on : off);
  }
  // Showing and hiding was told of when it was asked for; this is for what happened without being asked for.
  if (before.shown !== window.isVisible()) events.push(window.isVisible() ? 'show' : 'hide');
  return events;
}

function changed(window, { state }) {
  const before = window[kState].mirror.report(state);
  window[kState].settled = true;
  for (const name of eventsOf(window, before, state)) {
    if (window.isDestroyed()) return;
    emit(window, name);
    if (name === 'move') later(window, 'moved');
    if (name === 'resize') later(window, 'resized');
  }
  if (!window.isDestroyed() && before.focused !== state.focused) focusChanged(window, state.focused);
}

const handlers = {
  closeRequested: (window) => window.close(),
  closed: (window) => end(window, true),
  changed,
};

host.on('window', (event) => {
  const [name, fields] = Object.entries(event)[0];
  const window = registry.get(fields.id);
  // What was on its way when the window went is of no interest to anybody.
  if (window !== null) handlers[name](window, fields);
});
