'use strict';

const host = require('internal/host');
const { codes } = require('internal/errors');
const files = require('./file_dialogs');
const messages = require('./message_box');

const app = () => require('electron/app');

/** `(options)`, `(window, options)` and `(undefined, options)` are all Electron's. */
function split(first, second) {
  if (!first) return [null, second];
  const { BaseWindow } = require('electron/browser_window/base_window');
  return first instanceof BaseWindow ? [first, second] : [null, first];
}

function checkReady() {
  if (!app().isReady()) throw new Error('dialog module can only be used after app is ready');
}

/** A dialog of Electron's from what it shows and how its options are read. */
function dialogOf(settingsOf, show) {
  return (first, second) => {
    checkReady();
    const [window, options] = split(first, second);
    return show(settingsOf(window, options));
  };
}

const withWindow = (show) => (first, second) => {
  checkReady();
  return show(...split(first, second));
};

function showErrorBox(title, content) {
  if (typeof title !== 'string' || typeof content !== 'string') {
    const index = typeof title === 'string' ? 1 : 0;
    throw new TypeError(`Error processing argument at index ${index}, conversion failure from ${String(index === 0 ? title : content)}`);
  }
  if (!app().isReady()) {
    // There is no window system to show it yet.
    process.stderr.write(`${title}\n${content}\n`);
    return;
  }
  host.askSync({ dialog: { showError: { title, content } } });
}

module.exports = {
  showOpenDialog: dialogOf(files.openSettings, files.showOpenDialog),
  showOpenDialogSync: dialogOf(files.openSettings, files.showOpenDialogSync),
  showSaveDialog: dialogOf(files.saveSettings, files.showSaveDialog),
  showSaveDialogSync: dialogOf(files.saveSettings, files.showSaveDialogSync),
  showMessageBox: withWindow(messages.showMessageBox),
  showMessageBoxSync: withWindow(messages.showMessageBoxSync),
  showErrorBox,
  showCertificateTrustDialog() {
    throw new codes.ERR_NOT_SUPPORTED('dialog.showCertificateTrustDialog');
  },
};
