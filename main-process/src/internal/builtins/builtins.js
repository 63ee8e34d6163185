'use strict';

// Public name ('fs/promises') to script id ('node/fs/promises').
let publics = Object.create(null);
let load;

// Node's modules that only the `node:` form reaches.
const PREFIX_ONLY = new Set(['test', 'sqlite', 'sea', 'test/reporters']);
// Modules of ours, reached by their own prefix; what is not in here and has no prefix is Node's or Electron's.
const OWN = 'kaon:';

function setUp(names, loader) {
  publics = Object.assign(Object.create(null), names);
  load = loader;
}

/** 'fs' for 'node:fs' and 'fs'; undefined for what is no built-in module. */
function nameOf(specifier) {
  if (specifier.startsWith('node:')) {
    const name = specifier.slice(5);
    return has(name) && !isElectron(name) ? name : undefined;
  }
  return has(specifier) && !PREFIX_ONLY.has(specifier) ? specifier : undefined;
}

const isElectron = (name) => name === 'electron' || name.startsWith('electron/');
const has = (name) => (name in publics && (testing || !name.startsWith(OWN)));

let testing = false;

/** Lets the scripts of this process require `kaon:test` and its kin. */
function allowTesting() {
  testing = true;
}

const get = (name) => load(publics[name]);

/** As `module.builtinModules`: what an application may name without a prefix. */
const list = () => Object.keys(publics)
  .filter((name) => !name.startsWith(OWN) && !isElectron(name) && !PREFIX_ONLY.has(name)).sort();

module.exports = { setUp, nameOf, get, list, allowTesting };
