'use strict';

const host = require('internal/host');
const { codes } = require('internal/errors');
const { kState } = require('electron/native_object');
const { Buffer } = require('node/buffer');

// Chromium's zoom levels: each is a fifth more than the one before.
const ZOOM_BASE = 1.2;

const tell = (contents, name, fields) => host.tell({ page: { [name]: { id: contents[kState].id, ...fields } } });
const ask = (contents, name, fields) => host.ask({ page: { [name]: { id: contents[kState].id, ...fields } } });

function areaOf(rect) {
  if (rect === undefined || rect === null) return null;
  const { x = 0, y = 0, width = 0, height = 0 } = rect;
  return { x: Math.round(x), y: Math.round(y), width: Math.round(width), height: Math.round(height) };
}

/** Part of `WebContents`: how the page looks, and its tools. */
class View {
  openDevTools(options = {}) {
    const state = this[kState];
    if (!state.preferences.devTools) return;
    state.devTools = true;
    tell(this, 'openDevTools', { mode: options?.mode ?? null, activate: options?.activate !== false });
  }

  closeDevTools() {
    this[kState].devTools = false;
    tell(this, 'closeDevTools');
  }

  isDevToolsOpened() {
    return this[kState].devTools;
  }

  isDevToolsFocused() {
    return false;
  }

  toggleDevTools() {
    if (this.isDevToolsOpened()) this.closeDevTools();
    else this.openDevTools();
  }

  // The inspector opens; no system's web view lets us say at what.
  inspectElement() {
    this.openDevTools();
  }

  getZoomFactor() {
    return this[kState].zoomFactor;
  }

  setZoomFactor(factor) {
    if (!(Number(factor) > 0)) throw new Error("'zoomFactor' must be a double greater than 0.0");
    this[kState].zoomFactor = Number(factor);
    tell(this, 'setZoomFactor', { factor: Number(factor) });
  }

  getZoomLevel() {
    const level = Math.log(this[kState].zoomFactor) / Math.log(ZOOM_BASE);
    return Math.round(level * 1e9) / 1e9 || 0;
  }

  setZoomLevel(level) {
    this.setZoomFactor(ZOOM_BASE ** Number(level));
  }

  get zoomFactor() {
    return this.getZoomFactor();
  }

  set zoomFactor(factor) {
    this.setZoomFactor(factor);
  }

  get zoomLevel() {
    return this.getZoomLevel();
  }

  set zoomLevel(level) {
    this.setZoomLevel(level);
  }

  setVisualZoomLevelLimits() {
    return Promise.reject(new codes.ERR_NOT_SUPPORTED('webContents.setVisualZoomLevelLimits'));
  }

  setAudioMuted(muted) {
    this[kState].audioMuted = Boolean(muted);
    tell(this, 'setAudioMuted', { muted: Boolean(muted) });
  }

  isAudioMuted() {
    return this[kState].audioMuted;
  }

  get audioMuted() {
    return this.isAudioMuted();
  }

  set audioMuted(muted) {
    this.setAudioMuted(muted);
  }

  setUserAgent(userAgent) {
    this[kState].userAgent = String(userAgent);
    tell(this, 'setUserAgent', { userAgent: String(userAgent) });
  }

  getUserAgent() {
    return this[kState].userAgent ?? this.session.getUserAgent();
  }

  get userAgent() {
    return this.getUserAgent();
  }

  set userAgent(userAgent) {
    this.setUserAgent(userAgent);
  }

  findInPage(text, options = {}) {
    if (typeof text !== 'string' || text === '') throw new TypeError('Must provide a non-empty search content');
    const state = this[kState];
    state.findRequest += 1;
    const { forward = true, findNext = false, matchCase = false } = options ?? {};
    tell(this, 'findInPage', {
      request: state.findRequest, text, forward: Boolean(forward), findNext: Boolean(findNext), matchCase: Boolean(matchCase),
    });
    return state.findRequest;
  }

  stopFindInPage() {
    tell(this, 'stopFindInPage');
  }

  async capturePage(rect) {
    const { NativeImage } = require('electron/native_image');
    const bytes = await ask(this, 'capturePage', { area: areaOf(rect) });
    return new NativeImage(Buffer.from(bytes));
  }

  focus() {
    tell(this, 'focus');
  }

  isFocused() {
    return this[kState].owner?.isFocused() ?? false;
  }
}

const EDITS = ['undo', 'redo', 'cut', 'copy', 'paste', 'pasteAndMatchStyle', 'delete', 'selectAll', 'unselect'];
for (const command of EDITS) {
  const edit = function () {
    tell(this, 'edit', { command });
  };
  Object.defineProperty(edit, 'name', { value: command });
  Object.defineProperty(View.prototype, command, { value: edit, writable: true });
}

module.exports = View;
