'use strict';

const path = require('node:path');

const EXTENSION = '.md';
const MAX_BYTES = 180;
const FORBIDDEN = /[\u0000-\u001f\u007f<>:"/\\|?*]/;
const RESERVED = /^(con|prn|aux|nul|com[0-9]|lpt[0-9])(\..*)?$/i;

/**
 * The name of a note, checked. Names come from pages, and a page is a stranger: whatever could leave the folder,
 * hide in it, or not be a file on some system is refused here, whichever system this is.
 */
function checkName(value) {
  if (typeof value !== 'string') throw new TypeError('The name of a note is text.');
  const name = value.trim();
  if (name === '') throw new Error('A note needs a name.');
  if (Buffer.byteLength(name) > MAX_BYTES) throw new Error('This name is too long.');
  const forbidden = FORBIDDEN.exec(name);
  if (forbidden) throw new Error(`A name cannot contain ${JSON.stringify(forbidden[0])}.`);
  if (name.startsWith('.') || name.endsWith('.')) throw new Error('A name cannot start or end with a dot.');
  if (RESERVED.test(name)) throw new Error(`“${name}” is a name the system keeps for itself.`);
  return name;
}

/** Where a note of this (checked) name lies. */
function pathOf(folder, name) {
  const file = path.join(folder, checkName(name) + EXTENSION);
  if (path.dirname(file) !== path.resolve(folder)) throw new Error('A note lies in the notes folder.');
  return file;
}

/** The note that a file name stands for, or null when it is not a note this app could write back. */
function nameOf(fileName) {
  if (!fileName.endsWith(EXTENSION)) return null;
  const name = fileName.slice(0, -EXTENSION.length);
  try {
    return checkName(name) === name ? name : null;
  } catch {
    return null;
  }
}

module.exports = { checkName, pathOf, nameOf };
