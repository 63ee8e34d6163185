'use strict';

// Public name ('fs/promises') to script id ('node/fs/promises').
let publics = Object.create(null);
let load;

// Node's modules that only the `node:` form reaches.
const PREFIX_ONLY = new Set(['test', 'sqlite', 'sea', 'test/reporters']);
// Modules of ours, reached by their own prefix; what is not in here and has no prefix is Node's or Electron's.
const OWN = 'kaon:';

// What Node 22 has and Kaon has not yet, so that asking for it gives a clear answer rather than "not found".
const MISSING = new Set([
  'async_hooks', 'cluster', 'constants', 'crypto', 'dgram', 'diagnostics_channel', 'dns', 'dns/promises', 'domain',
  'http', 'http2', 'https', 'inspector', 'inspector/promises', 'perf_hooks', 'punycode', 'readline',
  'readline/promises', 'repl', 'sqlite', 'stream/web', 'sys', 'test', 'tls', 'trace_events', 'tty', 'v8', 'vm', 'wasi',
  'zlib',
]);

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
const has = (name) => (name in publics && (testing || !name.startsWith(OWN))) || MISSING.has(name);

let testing = false;

/** Lets the scripts of this process require `kaon:test` and its kin. */
function allowTesting() {
  testing = true;
}

const absentees = new Map();

function get(name) {
  const id = publics[name];
  if (id !== undefined) return load(id);
  if (!absentees.has(name)) absentees.set(name, require('./absent').absent(name));
  return absentees.get(name);
}

/** As `module.builtinModules`: what an application may name without a prefix. */
const list = () => Object.keys(publics).filter((name) => !name.startsWith(OWN) && !isElectron(name)).sort();

module.exports = { setUp, nameOf, get, list, allowTesting, isMissing: (name) => MISSING.has(name) && !(name in publics) };
