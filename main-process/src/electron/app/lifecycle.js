'use strict';

const host = require('internal/host');
const { runTicks } = require('internal/task_queues');
const { emit } = require('electron/native_object');
const manifest = require('./manifest');

const state = { started: false, ready: false, quitting: false, exiting: false, over: false, code: 0, relaunches: [] };
let resolveReady;
const ready = new Promise((resolve) => {
  resolveReady = resolve;
});

const windows = () => require('electron/browser_window/registry').all();

/** Starts the native side once the main script's first turn has set names and paths. */
function start(app) {
  if (state.started) return;
  state.started = true;
  host.keepAlive(true);
  process.nextTick(() => {
    const name = app.getName();
    host.tell({ app: { start: { name, desktopName: manifest.desktopName(), dataFolder: app.getPath('sessionData') } } });
  });
}

function becomeReady(app) {
  if (state.ready) return;
  emit(app, 'will-finish-launching');
  try {
    require('node/fs').mkdirSync(app.getPath('userData'), { recursive: true });
  } catch {
    // Electron starts without the folder too; who writes there will be told.
  }
  state.ready = true;
  resolveReady();
  // Whoever waits for `whenReady()` comes before the listeners of 'ready'.
  runTicks();
  emit(app, 'ready', {});
}

function noWayToStart(message) {
  process.stderr.write(`${message}\n`);
  process.reallyExit(1);
}

/** Every window is gone: what that means depends on what is going on. */
function allWindowsClosed(app) {
  if (state.exiting) shutDown(app);
  else if (state.quitting) notifyAndShutDown(app);
  else emit(app, 'window-all-closed');
}

function notifyAndShutDown(app) {
  if (state.over) return;
  if (emit(app, 'will-quit')) {
    state.quitting = false;
    return;
  }
  shutDown(app);
}

function shutDown(app) {
  if (state.over) return;
  state.over = true;
  state.quitting = true;
  // A main module that quits does not wait for what never comes.
  require('node/process/exit').settled();
  emit(app, 'quit', state.code);
  // A listener of 'exit' may have the last word, as in Node.
  if (state.code === 0) state.code = Number(process.exitCode ?? 0) | 0;
  // What the script still has to do in this turn is done, as in Electron.
  setImmediate(() => {
    app.releaseSingleInstanceLock();
    for (const { file, args } of state.relaunches) native.relaunch(file, args);
    host.tell({ app: { exit: { code: state.code } } });
    process.reallyExit(state.code);
  });
}

/** Part of `app`: its beginning and its end. */
class Lifecycle {
  isReady() {
    return state.ready;
  }

  whenReady() {
    return ready;
  }

  quit() {
    if (state.quitting) return;
    state.quitting = true;
    if (emit(this, 'before-quit')) {
      state.quitting = false;
      return;
    }
    const open = windows();
    if (open.length === 0) notifyAndShutDown(this);
    for (const window of open) {
      if (!window.isDestroyed()) window.close();
    }
  }

  exit(code = 0) {
    state.code = Number(code) | 0;
    state.quitting = true;
    state.exiting = true;
    const open = windows();
    if (open.length === 0) shutDown(this);
    for (const window of open) {
      if (!window.isDestroyed()) window.destroy();
    }
  }

  relaunch(options = {}) {
    const { args, execPath } = options ?? {};
    const chosen = args !== undefined || execPath !== undefined;
    state.relaunches.push({
      file: execPath ?? process.execPath,
      args: (chosen ? args ?? [] : process.argv.slice(1)).map(String),
    });
    return true;
  }
}

/** A window refused to close, so the application goes on. */
function closeCancelled() {
  if (!state.exiting) state.quitting = false;
}

module.exports = { Lifecycle, start, becomeReady, noWayToStart, allWindowsClosed, closeCancelled, isOver: () => state.over };
