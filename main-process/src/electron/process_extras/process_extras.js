'use strict';

const { VERSION, CHROMIUM } = require('electron/compatibility');
const { platform, version, isMac } = require('internal/platform');

function set(object, name, value) {
  Object.defineProperty(object, name, { value, enumerable: true, configurable: true, writable: true });
}

function extendVersions() {
  const versions = { ...process.versions, electron: VERSION, chrome: CHROMIUM, kaon: version };
  Object.defineProperty(process, 'versions', {
    value: Object.freeze(versions), enumerable: true, configurable: true, writable: false,
  });
}

function resourcesPath() {
  const path = require('node/path');
  const folder = path.dirname(process.execPath);
  return isMac ? path.join(folder, '..', 'Resources') : path.join(folder, 'resources');
}

function kilobytes(bytes) {
  return Math.round(bytes / 1024);
}

const measurements = {
  getCreationTime() {
    return Date.now() - process.uptime() * 1000;
  },
  getSystemVersion() {
    return require('node/os').release();
  },
  getSystemMemoryInfo() {
    const os = require('node/os');
    return { total: kilobytes(os.totalmem()), free: kilobytes(os.freemem()) };
  },
};

/** As in Electron, an error that nobody hears is shown and the application goes on. */
function showUncaught(error) {
  if (process.listenerCount('uncaughtException') > 1) return;
  const text = `Uncaught Exception:\n${error?.stack ?? String(error)}`;
  const { app, dialog } = require('electron/electron');
  if (app.isReady()) process.stderr.write(`App threw an error\n${text}\n`);
  dialog.showErrorBox('A JavaScript error occurred in the main process', text);
}

function replaceExit(app) {
  process.exit = (code) => {
    if (code !== undefined) process.exitCode = code;
    app.exit(process.exitCode || 0);
  };
  app.on('quit', (_, code) => process.emit('exit', code));
}

let installed = false;

/** Makes `process` what Electron's main process has; called when `electron` is first required. */
function install({ app, packaged }) {
  if (installed) return;
  installed = true;
  extendVersions();
  set(process, 'type', 'browser');
  set(process, 'resourcesPath', resourcesPath());
  if (!packaged) set(process, 'defaultApp', true);
  for (const [name, value] of Object.entries(measurements)) set(process, name, value);
  process.on('uncaughtException', showUncaught);
  require('internal/task_queues').setRejectionMode('warn');
  replaceExit(app);
}

/** What preload scripts see as `process`. */
function forPages() {
  const { version: node, versions, arch, execPath, env, defaultApp } = process;
  return {
    type: 'renderer', version: node, versions, platform, arch, execPath, env: { ...env }, argv: [execPath],
    pid: process.pid, resourcesPath: process.resourcesPath, defaultApp,
  };
}

module.exports = { install, forPages };
