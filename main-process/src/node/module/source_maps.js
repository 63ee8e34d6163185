'use strict';

// The source maps of the files that stacks name: read when a stack is first shown.

const path = require('node/path');
const { validateObject } = require('internal/validators');
const { SourceMapIndex } = require('./source_map');

const COMMENT = /(?:^|\n)[ \t]*(?:\/\/|\/\*)[#@][ \t]*sourceMappingURL=([^\s'"*]+)/g;

// File to `{ payload, index, base }`; null for those without one.
const known = new Map();

function parseData(url) {
  const comma = url.indexOf(',');
  const body = url.slice(comma + 1);
  return JSON.parse(url.slice(0, comma).endsWith(';base64') ? atobText(body) : decodeURIComponent(body));
}

const atobText = (body) => require('node/buffer').Buffer.from(body, 'base64').toString('utf8');

/** The map that a text's last comment names; undefined where it has none, or none that can be read. */
function mapOf(text, file) {
  if (!text.includes('sourceMappingURL=')) return undefined;
  let url;
  for (const match of text.matchAll(COMMENT)) url = match[1];
  if (url === undefined) return undefined;
  try {
    if (url.startsWith('data:')) return { payload: parseData(url), base: path.dirname(file), url };
    const { fileURLToPath } = require('node/url');
    const place = url.startsWith('file:') ? fileURLToPath(url) : path.resolve(path.dirname(file), decodeURIComponent(url));
    return { payload: JSON.parse(native.read(place).replace(/^\)\]\}'[^\n]*\n/, '')), base: path.dirname(place), url };
  } catch {
    // A map that is gone or broken is as good as none.
    return undefined;
  }
}

const pathOf = (file) => (file.startsWith('file:') ? require('node/url').fileURLToPath(file) : file);

function load(file) {
  if (known.has(file)) return known.get(file);
  // What reading throws must not come back here.
  known.set(file, null);
  let found = null;
  try {
    const place = pathOf(file);
    const text = path.isAbsolute(place) ? native.read(place) : '';
    const map = mapOf(text, place);
    if (map !== undefined) found = { ...map, text, index: new SourceMapIndex(map.payload) };
  } catch {
    // What is no file has no map.
  }
  known.set(file, found);
  return found;
}

/** Where a source lies: a path, unless its name has a scheme of its own. */
function placeOf(source, base) {
  if (source.startsWith('file:')) return pathOf(source);
  return /^[a-z][a-z\d+.-]+:/i.test(source) ? source : path.resolve(base, source);
}

/** The author's file, line and column for a place in a generated one; undefined where nothing is known of it. */
function original(file, line, column) {
  if (/^(?:node|kaon):/.test(file)) return undefined;
  const map = load(file);
  if (map === null) return undefined;
  const entry = map.index.find(line - 1, column - 1);
  if (entry === undefined) return undefined;
  return { file: placeOf(entry.originalSource, map.base), line: entry.originalLine + 1, column: entry.originalColumn + 1 };
}

/** Source: https://nodejs.org/api/module.html#class-modulesourcemap */
class SourceMap {
  #payload;
  #index;
  #lineLengths;

  constructor(payload, { lineLengths } = {}) {
    validateObject(payload, 'payload');
    this.#payload = structuredClone(payload);
    this.#lineLengths = lineLengths;
    this.#index = new SourceMapIndex(this.#payload);
  }

  get payload() {
    return structuredClone(this.#payload);
  }

  get lineLengths() {
    return this.#lineLengths?.slice();
  }

  /** Both from 0. */
  findEntry(lineOffset, columnOffset) {
    return this.#index.find(lineOffset, columnOffset) ?? {};
  }

  /** Both from 1. */
  findOrigin(lineNumber, columnNumber) {
    const entry = this.#index.find(lineNumber - 1, columnNumber - 1);
    if (entry === undefined) return {};
    const found = {
      fileName: entry.originalSource,
      lineNumber: entry.originalLine + lineNumber - entry.generatedLine,
      columnNumber: entry.originalColumn + columnNumber - entry.generatedColumn,
    };
    if (entry.name !== undefined) found.name = entry.name;
    return found;
  }
}

/** The map of a file, if it has one. */
function findSourceMap(file) {
  const map = load(`${file}`);
  if (map === null) return undefined;
  return new SourceMap(map.payload, { lineLengths: map.text.split('\n').map((line) => line.length) });
}

module.exports = { original, findSourceMap, SourceMap };
