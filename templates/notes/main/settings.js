'use strict';

const fs = require('node:fs/promises');
const path = require('node:path');
const { app } = require('electron');
const { writeAtomically } = require('./atomic');

const NAME = 'notes.json';
let values = {};
let writing = Promise.resolve();

function file() {
  return path.join(app.getPath('userData'), NAME);
}

/** Settings are a convenience: when the file is missing or spoilt the app starts with none. */
async function load() {
  try {
    const parsed = JSON.parse(await fs.readFile(file(), 'utf8'));
    if (parsed && typeof parsed === 'object' && !Array.isArray(parsed)) values = parsed;
  } catch {
    values = {};
  }
}

function get(key) {
  return values[key];
}

/** Remembers a value. Writes follow one another, so that the last one asked for is the one on disk. */
function set(key, value) {
  values = { ...values, [key]: value };
  const text = `${JSON.stringify(values, null, 2)}\n`;
  writing = writing
    .then(() => fs.mkdir(path.dirname(file()), { recursive: true }))
    .then(() => writeAtomically(file(), text))
    .catch((error) => console.error(`notes: settings were not saved: ${error.message}`));
  return writing;
}

module.exports = { load, get, set };
