'use strict';

const EventEmitter = require('./node/events');
const timers = require('./node/timers');
const url = require('./node/url');
const { Buffer } = require('./node/buffer');
const createProcess = require('./node/process');
const createIpcRenderer = require('./electron/ipc_renderer');
const createContextBridge = require('./electron/context_bridge');
const createWebFrame = require('./electron/web_frame');
const { omitted, omittedModule } = require('./electron/omitted');

/**
 * What a preload script finds, in whichever world it runs.
 * @param {object} config
 * @param {object} link
 * @param {{ page?: object, evaluate: (code: string) => unknown }} worlds
 */
module.exports = function createEnvironment(config, link, { page, evaluate }) {
  const { webFrame, own } = createWebFrame(link, evaluate, config.zoomFactor);
  const { ipcRenderer, hear } = createIpcRenderer(link, own);
  const process = createProcess(config);
  const electron = {
    contextBridge: createContextBridge(page),
    ipcRenderer,
    webFrame,
    webUtils: { getPathForFile: omitted('webUtils.getPathForFile') },
    crashReporter: omittedModule('crashReporter', ['start', 'getParameters', 'addExtraParameter', 'removeExtraParameter']),
    nativeImage: omittedModule('nativeImage', [
      'createEmpty', 'createFromPath', 'createFromBuffer', 'createFromBitmap', 'createFromDataURL', 'createFromNamedImage',
    ]),
  };
  const builtin = { __proto__: null, events: EventEmitter, timers, url, buffer: { Buffer } };

  function require(name) {
    if (name === 'electron' || name === 'electron/renderer' || name === 'electron/common') return electron;
    const found = builtin[String(name).replace(/^node:/, '')];
    if (found !== undefined) return found;
    const error = new Error(`module not found: ${name}\nA preload script can require electron, ${Object.keys(builtin).join(', ')}; ` +
      'Node in preload scripts (sandbox: false) is not supported yet, so bundle what you need or ask the main process for it');
    throw Object.assign(error, { code: 'MODULE_NOT_FOUND' });
  }

  /** Runs one preload script. What it throws is reported and stops nothing. @param {string} path @param {Function} body */
  function run(path, body) {
    const module = { exports: {}, id: path, filename: path, loaded: false, require };
    const directory = path.replace(/[\\/][^\\/]*$/, '') || '/';
    const { setImmediate, clearImmediate } = timers;
    try {
      body.call(module.exports, module.exports, require, module, path, directory, process, Buffer, window, setImmediate, clearImmediate);
      module.loaded = true;
    } catch (error) {
      fail(path, error);
    }
  }

  function fail(path, error) {
    console.error(`Unable to load preload script: ${path}`);
    console.error(error);
    // This engine's stacks do not say what was thrown.
    const stack = typeof error?.stack === 'string' ? `${error}\n${error.stack}` : '';
    link.preloadFailed(path, String(error?.message ?? error), stack);
  }

  /** After the last script. */
  function finish() {
    process.emit('loaded');
    window.addEventListener('pagehide', () => process.emit('exit'));
    link.ready();
  }

  return { run, fail, finish, hear };
};
