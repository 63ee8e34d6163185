'use strict';

const host = require('internal/host');
const { codes } = require('internal/errors');
const { isMac } = require('internal/platform');

const isLinux = process.platform === 'linux';
let badge = 0;
let about = {};
let accessibility = false;

function onlyLinux(name) {
  if (!isLinux) throw new codes.ERR_NOT_SUPPORTED(`app.${name}`, 'on this system');
}

function desktopFile() {
  return process.env.CHROME_DESKTOP || require('./manifest').desktopName();
}

const NOT_AT_LOGIN = { openAtLogin: false, openAsHidden: false, wasOpenedAtLogin: false, wasOpenedAsHidden: false, restoreState: false };

function aboutText(app) {
  const lines = [about.applicationVersion ?? app.getVersion(), about.copyright, about.credits, about.website];
  if (Array.isArray(about.authors)) lines.push(about.authors.join(', '));
  return lines.filter(Boolean).join('\n');
}

/** Part of `app`: its place on the desktop. */
class Presence {
  focus() {
    if (isMac) {
      host.tell({ app: 'focus' });
      return;
    }
    const windows = require('electron/browser_window/registry').all();
    windows.find((window) => window.isVisible())?.focus();
  }

  addRecentDocument(path) {
    host.tell({ app: { addRecentDocument: { path: String(path) } } });
  }

  clearRecentDocuments() {
    host.tell({ app: 'clearRecentDocuments' });
  }

  getBadgeCount() {
    return badge;
  }

  setBadgeCount(count = 0) {
    badge = Math.max(0, Number(count) | 0);
    host.tell({ app: { setBadgeCount: { count: badge } } });
    return true;
  }

  get badgeCount() {
    return badge;
  }

  set badgeCount(count) {
    this.setBadgeCount(count);
  }

  // Electron has login items on macOS and Windows only: elsewhere nothing is set and nothing was.
  getLoginItemSettings() {
    if (!isLinux) throw new codes.ERR_NOT_SUPPORTED('app.getLoginItemSettings', 'on this system');
    return { ...NOT_AT_LOGIN };
  }

  setLoginItemSettings() {
    if (!isLinux) throw new codes.ERR_NOT_SUPPORTED('app.setLoginItemSettings', 'on this system');
  }

  setAsDefaultProtocolClient(protocol) {
    onlyLinux('setAsDefaultProtocolClient');
    return native.setProtocolClient(String(protocol), desktopFile());
  }

  isDefaultProtocolClient(protocol) {
    onlyLinux('isDefaultProtocolClient');
    return native.isProtocolClient(String(protocol), desktopFile());
  }

  // There is no such thing on Linux, where Electron answers the same.
  removeAsDefaultProtocolClient() {
    onlyLinux('removeAsDefaultProtocolClient');
    return false;
  }

  setAboutPanelOptions(options) {
    about = { ...options };
  }

  showAboutPanel() {
    const name = about.applicationName ?? this.getName();
    const { dialog } = require('electron/electron');
    dialog.showMessageBox({ type: 'info', title: `About ${name}`, message: name, detail: aboutText(this), buttons: ['OK'] });
  }

  isEmojiPanelSupported() {
    return false;
  }

  isUnityRunning() {
    return /unity/i.test(process.env.XDG_CURRENT_DESKTOP ?? '');
  }

  isAccessibilitySupportEnabled() {
    return accessibility;
  }

  setAccessibilitySupportEnabled(flag) {
    accessibility = Boolean(flag);
  }

  get accessibilitySupportEnabled() {
    return accessibility;
  }

  set accessibilitySupportEnabled(flag) {
    accessibility = Boolean(flag);
  }
}

/** What only macOS has. */
class MacPresence {
  hide() {
    host.tell({ app: 'hide' });
  }

  show() {
    host.tell({ app: 'show' });
  }
}

module.exports = { Presence, MacPresence };
