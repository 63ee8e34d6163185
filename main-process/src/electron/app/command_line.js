'use strict';

const switches = new Map();
const added = [];

function load() {
  for (const word of process.argv.slice(1)) {
    if (word === '--') return;
    const found = /^--([^=]+)(?:=([^]*))?$/.exec(word);
    if (found !== null) switches.set(found[1].toLowerCase(), found[2] ?? '');
  }
}

let loaded = false;

function known() {
  if (!loaded) {
    loaded = true;
    load();
  }
  return switches;
}

/** Chromium's switches: kept and answered, though no Chromium reads them. */
module.exports = {
  hasSwitch: (name) => known().has(String(name).toLowerCase()),
  getSwitchValue: (name) => known().get(String(name).toLowerCase()) ?? '',
  appendSwitch(name, value) {
    known().set(String(name).toLowerCase(), value === undefined ? '' : String(value));
  },
  appendArgument(value) {
    added.push(String(value));
  },
  removeSwitch(name) {
    known().delete(String(name).toLowerCase());
  },
};
