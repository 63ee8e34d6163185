'use strict';

const { emit, kState } = require('electron/native_object');
const { parseFeatures } = require('./features');

const REFERRER = Object.freeze({ url: '', policy: 'strict-origin-when-cross-origin' });

// What a window never gets rid of that the page which opened it has.
const INHERITED = {
  contextIsolation: true, javascript: false, nodeIntegration: false, nodeIntegrationInWorker: false, sandbox: true,
  webviewTag: false, nodeIntegrationInSubFrames: false, enableWebSQL: false,
};

function inherited(embedder) {
  const { preferences } = embedder[kState];
  return Object.fromEntries(Object.entries(INHERITED).filter(([name, value]) => preferences[name] === value));
}

const DENIED = { denied: true };

function complain(text) {
  console.error(text);
  return DENIED;
}

/** How applications written for an Electron before 22 answer: by preventing the default of an event. */
function askFormerly(contents, { url, frameName, features, disposition, referrer }) {
  const { options } = parseFeatures(features);
  return emit(contents, 'new-window', url, frameName, disposition, options, [], referrer, undefined) ? DENIED : { override: options };
}

/** What the application says to a page that wants a window; without a word from it the window opens. */
function ask(contents, details) {
  const { windowOpenHandler } = contents[kState];
  if (!windowOpenHandler) return contents.listenerCount('new-window') > 0 ? askFormerly(contents, details) : {};
  const response = windowOpenHandler(details);
  if (response === null) return complain('The window open handler response must be an object, but was instead null.');
  if (typeof response !== 'object') {
    return complain(`The window open handler response must be an object, but was instead of type '${typeof response}'.`);
  }
  if (response.action === 'deny') return DENIED;
  if (response.action !== 'allow') {
    return complain("The window open handler response must be an object with an 'action' property of 'allow' or 'deny'.");
  }
  const { overrideBrowserWindowOptions, outlivesOpener, createWindow } = response;
  return {
    override: typeof overrideBrowserWindowOptions === 'object' ? overrideBrowserWindowOptions : undefined,
    outlivesOpener: outlivesOpener === true,
    createWindow: typeof createWindow === 'function' ? createWindow : undefined,
  };
}

function optionsOf(embedder, features, override) {
  const { options, webPreferences } = parseFeatures(features);
  return {
    show: true, width: 800, height: 600, ...options, ...override,
    webPreferences: { ...webPreferences, ...inherited(embedder), ...override?.webPreferences },
  };
}

/** A window goes with the page that opened it, unless the application said otherwise. */
function tie(embedder, guest) {
  const owner = guest.getOwnerBrowserWindow();
  const close = () => owner?.destroy();
  embedder.once('destroyed', close);
  guest.once('destroyed', () => embedder.removeListener('destroyed', close));
}

function open(embedder, details, { override, outlivesOpener, createWindow }) {
  const { url, frameName, features, disposition, referrer } = details;
  const options = optionsOf(embedder, features, override);
  if (createWindow) {
    createWindow(options);
    return;
  }
  const { BrowserWindow } = require('electron/browser_window');
  const window = new BrowserWindow(options);
  if (url !== '') window.loadURL(url, { httpReferrer: referrer });
  if (!outlivesOpener) tie(embedder, window.webContents);
  embedder.emit('did-create-window', window, { url, frameName, options, disposition, referrer, postData: undefined });
}

function windowOpen(contents, { url, frameName, features, disposition }) {
  const details = { url, frameName, features, disposition, referrer: { ...REFERRER, url: contents[kState].url }, postBody: undefined };
  const response = ask(contents, details);
  if (response !== DENIED && !contents.isDestroyed()) open(contents, details, response);
}

module.exports = { windowOpen };
