'use strict';

const host = require('internal/host');

const OPEN = ['openFile', 'openDirectory', 'multiSelections', 'createDirectory', 'showHiddenFiles', 'promptToCreate',
  'noResolveAliases', 'treatPackageAsDirectory', 'dontAddToRecent'];
const SAVE = ['createDirectory', 'showHiddenFiles', 'treatPackageAsDirectory', 'showOverwriteConfirmation', 'dontAddToRecent'];
const TEXTS = { title: 'Title', buttonLabel: 'Button label', defaultPath: 'Default path', message: 'Message' };

function textsOf(options, more) {
  const found = {};
  for (const [name, said] of Object.entries({ ...TEXTS, ...more })) {
    const text = options[name] ?? '';
    if (typeof text !== 'string') throw new TypeError(`${said} must be a string`);
    found[name] = text === '' ? null : text;
  }
  return found;
}

/** Extensions without dots; an item that is no filter is none. */
function filtersOf({ filters = [] }) {
  return Array.from(filters ?? [], ({ name, extensions }) => ({
    name: String(name), extensions: Array.from(extensions ?? [], (extension) => String(extension).replace(/^\./, '')),
  }));
}

function settingsOf(window, options, known, fallback, more) {
  const { title, buttonLabel, defaultPath, message } = textsOf(options, more);
  const properties = options.properties ?? fallback;
  if (!Array.isArray(properties)) throw new TypeError('Properties must be an array');
  return {
    window: window?.id ?? null, title, buttonLabel, defaultPath, message, filters: filtersOf(options),
    properties: properties.filter((name) => known.includes(name)),
  };
}

const openSettings = (window, options = { title: 'Open', properties: ['openFile'] }) =>
  settingsOf(window, options ?? {}, OPEN, ['openFile'], {});
const saveSettings = (window, options = { title: 'Save' }) =>
  settingsOf(window, options ?? {}, SAVE, [], { nameFieldLabel: 'Name field label' });

const saved = ({ canceled, filePaths }) => ({ canceled, filePath: canceled ? '' : filePaths[0] ?? '' });

async function showOpenDialog(settings) {
  const { canceled, filePaths } = await host.ask({ dialog: { showOpen: settings } });
  return { canceled, filePaths };
}

function showOpenDialogSync(settings) {
  const { canceled, filePaths } = host.askSync({ dialog: { showOpen: settings } });
  return canceled ? undefined : filePaths;
}

async function showSaveDialog(settings) {
  return saved(await host.ask({ dialog: { showSave: settings } }));
}

function showSaveDialogSync(settings) {
  return saved(host.askSync({ dialog: { showSave: settings } })).filePath;
}

module.exports = { openSettings, saveSettings, showOpenDialog, showOpenDialogSync, showSaveDialog, showSaveDialogSync };
