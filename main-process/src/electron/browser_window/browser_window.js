'use strict';

const host = require('internal/host');
const { Event, assemble, emit, emitWith, kState } = require('electron/native_object');
const { absentMembers } = require('electron/absent');
const pages = require('electron/web_contents');
const { BaseWindow } = require('./base_window');

const app = () => require('electron/app');

// How long a page may hang before its window says so; source: Electron's event 'unresponsive'.
const UNRESPONSIVE_MS = 50;

/** Part of `BrowserWindow`: its page. */
class Page {
  get webContents() {
    return this[kState].contents;
  }

  get devToolsWebContents() {
    return null;
  }

  focusOnWebView() {
    this.webContents.focus();
  }

  setBackgroundColor(color) {
    BaseWindow.prototype.setBackgroundColor.call(this, color);
    host.tell({ page: { setBackgroundColor: { id: this.webContents.id, color: this.getBackgroundColor() } } });
  }

  getBrowserView() {
    return null;
  }

  getBrowserViews() {
    return [];
  }
}

const FORWARDED = [
  'loadURL', 'getURL', 'loadFile', 'reload', 'send', 'openDevTools', 'closeDevTools', 'isDevToolsOpened', 'isDevToolsFocused',
  'toggleDevTools', 'inspectElement', 'inspectSharedWorker', 'inspectServiceWorker', 'showDefinitionForSelection', 'capturePage',
  'getBackgroundThrottling', 'setBackgroundThrottling',
];
for (const name of FORWARDED) {
  const forward = function (...args) {
    return this.webContents[name](...args);
  };
  Object.defineProperty(forward, 'name', { value: name });
  Object.defineProperty(Page.prototype, name, { value: forward, writable: true });
}

function created(window, asked) {
  const state = window[kState];
  asked.then(
    (bounds) => {
      if (window.isDestroyed()) return;
      // A change that came in the meantime knows better.
      if (!state.settled) state.mirror.report({ bounds });
      state.settled = true;
    },
    (error) => console.error('A window could not be made:', error),
  );
}

function watch(window, contents) {
  const state = window[kState];
  contents.on('unresponsive', () => {
    state.unresponsive ??= setTimeout(() => {
      state.unresponsive = undefined;
      if (!window.isDestroyed() && window.isEnabled()) emit(window, 'unresponsive');
    }, UNRESPONSIVE_MS);
  });
  contents.on('responsive', () => {
    clearTimeout(state.unresponsive);
    state.unresponsive = undefined;
    emit(window, 'responsive');
  });
}

class BrowserWindow extends BaseWindow {
  constructor(options) {
    if (!app().isReady()) throw new Error('Cannot create BrowserWindow before app is ready');
    const given = typeof options === 'object' && options !== null ? options : {};
    super(given);
    const state = this[kState];
    const { contents, options: page } = pages.create(given.webPreferences, this);
    state.contents = contents;
    if (state.options.show) state.mirror.expect('visible', true);
    created(this, host.ask({ window: { create: { id: this.id, options: state.options, page } } }));
    watch(this, contents);
    pages.announce(contents);
    emitWith(app(), 'browser-window-created', new Event({ sender: this }), this);
  }

  static fromId(id) {
    const window = BaseWindow.fromId(id);
    return window instanceof BrowserWindow ? window : null;
  }

  static getAllWindows() {
    return BaseWindow.getAllWindows().filter((window) => window instanceof BrowserWindow);
  }

  static getFocusedWindow() {
    return BrowserWindow.getAllWindows().find((window) => window.isFocused()) ?? null;
  }

  static fromWebContents(contents) {
    return contents.getOwnerBrowserWindow();
  }

  static fromBrowserView() {
    return null;
  }
}
assemble(BrowserWindow, Page, absentMembers('BrowserWindow', [
  'addBrowserView', 'setBrowserView', 'removeBrowserView', 'setTopBrowserView', 'blurWebView',
]));

module.exports = { BrowserWindow, BaseWindow };
