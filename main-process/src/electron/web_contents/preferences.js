'use strict';

const path = require('node/path');
const { defaultsFor, declaredMajor } = require('electron/compatibility');
const { emitWarning } = require('internal/fatal/warning');

// What asks for Chromium or for Node in the page: without it the page runs, though not as it was meant to.
const ABSENT = {
  nodeIntegration: 'Node.js in the page (webPreferences.nodeIntegration)',
  nodeIntegrationInWorker: 'Node.js in workers (webPreferences.nodeIntegrationInWorker)',
  nodeIntegrationInSubFrames: 'Preload scripts in frames (webPreferences.nodeIntegrationInSubFrames)',
  webviewTag: 'The <webview> tag (webPreferences.webviewTag)',
  offscreen: 'Offscreen rendering (webPreferences.offscreen)',
};
const told = new Set();

function warnOf(preferences) {
  for (const [name, what] of Object.entries(ABSENT)) {
    if (!preferences[name] || told.has(name)) continue;
    told.add(name);
    emitWarning(`${what} is not supported by Kaon yet`, 'KaonWarning');
  }
}

const FIXED = {
  webviewTag: false, javascript: true, images: true, devTools: true, webSecurity: true, zoomFactor: 1, offscreen: false, partition: '',
};

function defaults() {
  const { manifest } = require('electron/app/manifest').application();
  return { ...FIXED, ...defaultsFor(declaredMajor(manifest)) };
}

/** What the application asked for over what it gets without asking. */
function complete(given) {
  const preferences = { ...defaults() };
  for (const [name, value] of Object.entries(given ?? {})) {
    if (value !== undefined) preferences[name] = value;
  }
  // Electron: Node in the page or its workers and a sandbox exclude each other, so that asking for it unlocks.
  if (given?.sandbox === undefined && (preferences.nodeIntegration || preferences.nodeIntegrationInWorker)) preferences.sandbox = false;
  warnOf(preferences);
  return preferences;
}

function preloadOf({ preload }) {
  if (preload === undefined || preload === null || preload === '') return null;
  if (path.isAbsolute(String(preload))) return String(preload);
  console.error('preload script must have absolute path.');
  return null;
}

/** What keeps a preload script from being read; each document of the page hears of it. */
function preloadFailure(preload) {
  if (preload === null) return null;
  try {
    const fs = require('node/fs');
    fs.closeSync(fs.openSync(preload, 'r'));
    return null;
  } catch (error) {
    return { path: preload, error };
  }
}

const whole = (value) => (Number.isFinite(value) && value > 0 ? Math.round(value) : null);

/** The page as the shell has to know it. */
function pageOptions({ id, preferences, session, preloadFailure: failure }) {
  const additionalArguments = Array.isArray(preferences.additionalArguments) ? preferences.additionalArguments.map(String) : [];
  const seen = require('electron/process_extras').forPages();
  return {
    id,
    preload: failure === null ? preloadOf(preferences) : null,
    contextIsolation: Boolean(preferences.contextIsolation),
    sandbox: Boolean(preferences.sandbox),
    javascript: Boolean(preferences.javascript),
    images: Boolean(preferences.images),
    devTools: Boolean(preferences.devTools),
    webSecurity: Boolean(preferences.webSecurity),
    zoomFactor: Number(preferences.zoomFactor) || 1,
    defaultFontSize: whole(preferences.defaultFontSize),
    userAgent: session.getUserAgent() || null,
    partition: require('electron/session').partitionOf(session),
    additionalArguments,
    process: {
      ...seen,
      argv: [...seen.argv, ...additionalArguments],
      sandboxed: Boolean(preferences.sandbox),
      contextIsolated: Boolean(preferences.contextIsolation),
    },
  };
}

/** The session a page was given, by itself or by name. */
function sessionOf({ session, partition }) {
  const { Session, session: sessions } = require('electron/session');
  return session instanceof Session ? session : sessions.fromPartition(partition);
}

module.exports = { complete, pageOptions, sessionOf, preloadFailure: (preferences) => preloadFailure(preloadOf(preferences)) };
