'use strict';

const host = require('internal/host');
const { emit, kState } = require('electron/native_object');
const { isMac } = require('internal/platform');
const { source } = require('electron/native_image');
const { colorOf } = require('./color');

const tell = (window, name, fields) => host.tell({ window: { [name]: { id: window.id, ...fields } } });
const MODES = ['none', 'normal', 'indeterminate', 'error', 'paused'];

/** Part of `BaseWindow`: what it looks like. */
class Appearance {
  setTitle(title) {
    this[kState].title = String(title);
    tell(this, 'setTitle', { title: String(title) });
  }

  getTitle() {
    return this[kState].title;
  }

  get accessibleTitle() {
    return this[kState].accessibleTitle || this.getTitle();
  }

  set accessibleTitle(title) {
    this[kState].accessibleTitle = String(title);
  }

  setIcon(icon) {
    const path = source(icon);
    if (path !== null) tell(this, 'setIcon', { path });
  }

  setBackgroundColor(color) {
    const value = colorOf(String(color)) ?? '#FFFFFF';
    this[kState].backgroundColor = value;
    tell(this, 'setBackgroundColor', { color: value });
  }

  getBackgroundColor() {
    return this[kState].backgroundColor;
  }

  setOpacity(opacity) {
    this[kState].opacity = Math.min(1, Math.max(0, Number(opacity)));
    tell(this, 'setOpacity', { opacity: this[kState].opacity });
  }

  getOpacity() {
    return this[kState].opacity;
  }

  setProgressBar(value, options = {}) {
    if (typeof value !== 'number') throw new TypeError(`Error processing argument at index 0, conversion failure from ${String(value)}`);
    tell(this, 'setProgressBar', { value, mode: MODES.includes(options?.mode) ? options.mode : null });
  }

  // Both are macOS': elsewhere Electron takes them and answers as if nothing was set.
  setRepresentedFilename(path) {
    if (isMac) this[kState].representedFilename = String(path);
    tell(this, 'setRepresentedFilename', { path: String(path) });
  }

  getRepresentedFilename() {
    return this[kState].representedFilename;
  }

  setDocumentEdited(flag) {
    if (isMac) this[kState].documentEdited = Boolean(flag);
    tell(this, 'setDocumentEdited', { flag: Boolean(flag) });
  }

  isDocumentEdited() {
    return this[kState].documentEdited;
  }

  setMenu(menu) {
    require('electron/menu').setWindowMenu(this, menu);
  }

  removeMenu() {
    this.setMenu(null);
  }

  /** The page has another title; the window takes it over unless a listener prevents that. */
  pageTitled(title, explicit) {
    if (emit(this, 'page-title-updated', title, explicit) || this.isDestroyed()) return;
    this.setTitle(title);
  }
}

module.exports = Appearance;
