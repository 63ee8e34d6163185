'use strict';

const path = require('node/path');
const fs = require('node/fs');

let found;

function read(folder) {
  try {
    return JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8'));
  } catch {
    return null;
  }
}

function isFolder(file) {
  return fs.statSync(file, { throwIfNoEntry: false })?.isDirectory() === true;
}

/** The application: the folder it was started from, or that of the script which was. */
function locate() {
  if (native.entry === undefined) return { folder: process.cwd(), manifest: null };
  const entry = path.resolve(native.entry);
  const folder = isFolder(entry) ? entry : path.dirname(entry);
  return { folder, manifest: read(folder) };
}

function application() {
  found ??= locate();
  return found;
}

function firstText(...values) {
  return values.find((value) => typeof value === 'string' && value.trim() !== '')?.trim();
}

const name = () => firstText(application().manifest?.productName, application().manifest?.name) ?? 'Kaon';
const version = () => firstText(application().manifest?.version) ?? require('internal/platform').version;
const desktopName = () => firstText(application().manifest?.desktopName) ?? `${name()}.desktop`;

module.exports = { application, name, version, desktopName, packaged: native.packaged };
