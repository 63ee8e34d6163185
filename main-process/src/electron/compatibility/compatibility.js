'use strict';

// The Electron whose API Kaon answers to, and what it consisted of.
const VERSION = '43.0.0';
const CHROMIUM = '150.0.7871.46';
const MAJOR = 43;

// Defaults that changed, each with the major in which it got its present value.
const DEFAULTS = [
  { name: 'nodeIntegration', since: 5, before: true, now: false },
  { name: 'contextIsolation', since: 12, before: false, now: true },
  { name: 'sandbox', since: 20, before: false, now: true },
];

/** The first number of a range such as `^13.1.2`, `~5.0`, `>=12 <20` or `12.x`; anything else is the present. */
function majorOf(range) {
  const found = typeof range === 'string' ? /(?:^|[^\d.])(\d+)(?:\.|$|\s|-)/.exec(range) : null;
  return found === null ? MAJOR : Number(found[1]);
}

function declaredMajor(manifest) {
  const lists = [manifest?.devDependencies, manifest?.dependencies, manifest?.peerDependencies];
  for (const list of lists) {
    const range = list?.electron ?? list?.['electron-nightly'];
    if (range !== undefined) return majorOf(range);
  }
  return MAJOR;
}

function defaultsFor(major) {
  const defaults = {};
  for (const { name, since, before, now } of DEFAULTS) defaults[name] = major < since ? before : now;
  return defaults;
}

module.exports = { VERSION, CHROMIUM, MAJOR, majorOf, declaredMajor, defaultsFor };
