'use strict';

const fs = require('node:fs/promises');
const path = require('node:path');
const { app } = require('electron');
const { writeAtomically } = require('./atomic');
const { checkName, nameOf, pathOf } = require('./names');
const { WELCOME } = require('./welcome');

const MAX_BYTES = 5 * 1024 * 1024;
let folder = '';

function defaultFolder() {
  return path.join(app.getPath('documents'), 'Notes');
}

/** Makes a folder the notes folder. A folder made here gets a first note, an existing one is left alone. */
async function openFolder(chosen) {
  const next = path.resolve(chosen);
  const made = await fs.mkdir(next, { recursive: true });
  if (!(await fs.stat(next)).isDirectory()) throw new Error(`“${next}” is not a folder.`);
  folder = next;
  if (made) await writeAtomically(pathOf(folder, 'Welcome'), WELCOME);
}

function getFolder() {
  return folder;
}

/** Tells one state of a file from the next. Times alone are too coarse for writes that follow at once. */
function versionOf(stats) {
  return `${stats.mtimeMs}:${stats.size}:${stats.ino}`;
}

async function exists(file) {
  try {
    await fs.lstat(file);
    return true;
  } catch (error) {
    if (error.code === 'ENOENT') return false;
    throw error;
  }
}

/** Regular files only: a link could point anywhere, so it is neither read nor written through. */
async function statNote(name) {
  const file = pathOf(folder, name);
  const stats = await fs.lstat(file);
  if (!stats.isFile()) throw new Error(`“${name}” is not a regular file.`);
  if (stats.size > MAX_BYTES) throw new Error(`“${name}” is too large to edit here.`);
  return { file, stats };
}

async function describe(name, needle) {
  const { file, stats } = await statNote(name);
  const text = await fs.readFile(file, 'utf8');
  if (needle && !`${name}\n${text}`.toLowerCase().includes(needle)) return null;
  const excerpt = text.replace(/^#.*$/m, '').replace(/[#*_`>~\[\]]/g, '').trim().slice(0, 120);
  return { name, modified: stats.mtimeMs, excerpt };
}

/** The notes whose name or text contains the query, latest first. */
async function list(query) {
  if (typeof query !== 'string') throw new TypeError('A query is text.');
  const needle = query.trim().toLowerCase();
  const entries = await fs.readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isFile()).map((entry) => nameOf(entry.name));
  const found = await Promise.all(
    // A file that vanishes or cannot be read meanwhile is not a reason to show no list.
    names.filter((name) => name !== null).map((name) => describe(name, needle).catch(() => null)),
  );
  return found.filter((note) => note !== null).sort((a, b) => b.modified - a.modified);
}

async function read(name) {
  const { file, stats } = await statNote(name);
  return { name, text: await fs.readFile(file, 'utf8'), version: versionOf(stats) };
}

async function freeName(wanted) {
  let name = wanted;
  for (let number = 2; await exists(pathOf(folder, name)); number += 1) name = `${wanted} ${number}`;
  return name;
}

async function create() {
  const name = await freeName('Untitled');
  await fs.writeFile(pathOf(folder, name), '', { flag: 'wx' });
  return name;
}

/**
 * Saves a text that began as the file's `version`. When another program has written the file since, neither text is
 * lost: this one goes beside it, under a name that says so.
 */
async function write(name, text, version) {
  if (typeof text !== 'string' || typeof version !== 'string') throw new TypeError('A note is text with a version.');
  if (Buffer.byteLength(text) > MAX_BYTES) throw new Error('This note is too large.');
  let target = checkName(name);
  const onDisk = await fs.lstat(pathOf(folder, target)).catch(() => null);
  if (onDisk && (!onDisk.isFile() || versionOf(onDisk) !== version)) target = await freeName(`${target} (other copy)`);
  const file = pathOf(folder, target);
  await writeAtomically(file, text);
  return { name: target, version: versionOf(await fs.stat(file)) };
}

async function rename(from, to) {
  const { file, stats } = await statNote(from);
  const name = checkName(to).normalize('NFC');
  const target = pathOf(folder, name);
  const there = await fs.lstat(target).catch(() => null);
  // On systems that ignore case, "a" and "A" are one file, and renaming one to the other is fine.
  if (there && !(there.ino === stats.ino && there.dev === stats.dev)) throw new Error(`There is a note “${name}” already.`);
  await fs.rename(file, target);
  return name;
}

module.exports = { defaultFolder, openFolder, getFolder, list, read, create, write, rename, statNote };
