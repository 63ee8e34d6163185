'use strict';

const fs = require('node:fs');
const path = require('node:path');
const { app } = require('electron');

const NAME = 'notes.json';
let values = {};

function file() {
  return path.join(app.getPath('userData'), NAME);
}

/** Settings are a convenience: when the file is missing or spoilt the app starts with none. */
function load() {
  try {
    const parsed = JSON.parse(fs.readFileSync(file(), 'utf8'));
    if (parsed && typeof parsed === 'object' && !Array.isArray(parsed)) values = parsed;
  } catch {
    values = {};
  }
}

function get(key) {
  return values[key];
}

/** Remembers a value at once: a window that closes may be the last thing that happens. */
function set(key, value) {
  values = { ...values, [key]: value };
  const temporary = `${file()}.${process.pid}.tmp`;
  try {
    fs.mkdirSync(path.dirname(file()), { recursive: true });
    fs.writeFileSync(temporary, `${JSON.stringify(values, null, 2)}\n`);
    fs.renameSync(temporary, file());
  } catch (error) {
    console.error(`notes: settings were not saved: ${error.message}`);
  }
}

module.exports = { load, get, set };
