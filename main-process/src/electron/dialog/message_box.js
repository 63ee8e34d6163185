'use strict';

const host = require('internal/host');
const { isMac } = require('internal/platform');
const { source } = require('electron/native_image');

const TYPES = ['none', 'info', 'warning', 'error', 'question'];
const TEXTS = { title: 'Title', message: 'Message', detail: 'Detail', checkboxLabel: 'checkboxLabel' };
let lastRequest = 0;

/** `&Yes` in Windows' way for the system at hand. */
function accessKey(text) {
  if (typeof text !== 'string') return text;
  if (isMac) return text.replaceAll(/&(&?)/g, '$1');
  if (process.platform !== 'linux') return text;
  return text.replaceAll('_', '__').replaceAll(/&(.?)/g, (_, after) => (after === '&' ? after : `_${after}`));
}

/** The button that closing the box means: the one that says so, else the first that is not the default. */
function cancelIdOf({ cancelId, defaultId = -1 }, buttons) {
  if (cancelId !== undefined && cancelId !== null) return cancelId;
  const refusal = buttons.findIndex((button) => ['cancel', 'no'].includes(String(button).toLowerCase()));
  if (refusal !== -1) return refusal;
  return defaultId === 0 && buttons.length > 1 ? 1 : 0;
}

function textsOf(options) {
  const found = {};
  for (const [name, said] of Object.entries(TEXTS)) {
    found[name] = options[name] ?? '';
    if (typeof found[name] !== 'string') throw new TypeError(`${said} must be a string`);
  }
  return found;
}

function settingsOf(window, options) {
  const { buttons = [], defaultId = -1, noLink = false, type = 'none', icon } = options;
  if (!TYPES.includes(type)) throw new TypeError('Invalid message box type');
  if (!Array.isArray(buttons)) throw new TypeError('Buttons must be an array');
  if (typeof noLink !== 'boolean') throw new TypeError('noLink must be a boolean');
  const texts = textsOf(options);
  const checkboxChecked = Boolean(options.checkboxChecked);
  if (checkboxChecked && texts.checkboxLabel === '') throw new Error('checkboxChecked requires that checkboxLabel also be passed');
  lastRequest += 1;
  return {
    request: lastRequest, window: window?.id ?? null, kind: type, ...texts, checkboxChecked, icon: source(icon),
    buttons: buttons.map((button) => String(options.normalizeAccessKeys ? accessKey(button) : button)),
    defaultId: defaultId >= 0 ? defaultId : null, cancelId: Math.max(0, cancelIdOf(options, buttons) | 0),
  };
}

const NOTHING = { type: 'none', message: '' };

async function ask(settings, signal) {
  if (signal?.aborted) return { response: settings.cancelId, checkboxChecked: settings.checkboxChecked };
  const close = () => host.tell({ dialog: { closeMessage: { request: settings.request } } });
  signal?.addEventListener('abort', close, { once: true });
  try {
    const { response, checkboxChecked } = await host.ask({ dialog: { showMessage: settings } });
    return { response, checkboxChecked };
  } finally {
    signal?.removeEventListener('abort', close);
  }
}

/** What is wrong with the options is thrown, as in Electron, and never a rejection. */
function showMessageBox(window, given) {
  const options = given ?? NOTHING;
  return ask(settingsOf(window, options), options.signal);
}

function showMessageBoxSync(window, options) {
  return host.askSync({ dialog: { showMessage: settingsOf(window, options ?? NOTHING) } }).response;
}

module.exports = { showMessageBox, showMessageBoxSync };
