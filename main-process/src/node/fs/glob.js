'use strict';

const path = require('node/path');
const { validateFunction, validateObject, validateString, kEmptyObject } = require('internal/validators');
const { matchesGlob } = require('node/path/glob');

const matches = (name, pattern) => matchesGlob(name, pattern, path.sep === '\\');

const MAGIC = /[*?[\]{}()!+@]/;

/** The folder that all matches of a pattern lie in, and whether they may lie deeper than the pattern has parts. */
function baseOf(pattern) {
  const parts = pattern.split(/[/\\]/);
  const first = parts.findIndex((part) => MAGIC.test(part));
  const base = (first === -1 ? parts : parts.slice(0, first)).join(path.sep);
  const deep = parts.some((part) => part.includes('**') || part.includes('{'));
  return { base: base === '' && pattern.startsWith('/') ? '/' : base, depth: deep ? Infinity : parts.length - Math.max(first, 0) };
}

function settle(pattern, options) {
  const patterns = Array.isArray(pattern) ? pattern : [pattern];
  patterns.forEach((each) => validateString(each, 'patterns'));
  validateObject(options, 'options');
  const { cwd = process.cwd(), exclude, withFileTypes = false } = options;
  if (exclude !== undefined && !Array.isArray(exclude)) validateFunction(exclude, 'options.exclude');
  const excluded = Array.isArray(exclude) ? (name) => exclude.some((each) => matches(name, each)) : exclude;
  return { patterns, cwd: typeof cwd === 'string' ? cwd : require('node/url').fileURLToPath(cwd), exclude: excluded, withFileTypes };
}

/** Walks below one pattern's base; `visit` gets the entry and its name as the pattern would write it. */
function* walk(pattern, { cwd, exclude, withFileTypes }) {
  const fs = require('node/fs');
  const { base, depth } = baseOf(pattern);
  const start = path.resolve(cwd, base);
  const normal = path.normalize(pattern);
  if (!MAGIC.test(pattern)) {
    if (fs.existsSync(start)) yield normal;
    return;
  }
  const pending = [{ folder: start, name: base, level: 1 }];
  while (pending.length > 0) {
    const { folder, name, level } = pending.pop();
    let entries;
    try {
      entries = fs.readdirSync(folder, { withFileTypes: true });
    } catch {
      continue;
    }
    for (const entry of entries) {
      const relative = path.join(name, entry.name);
      if (exclude?.(withFileTypes ? entry : entry.name)) continue;
      if (matches(relative, normal)) yield withFileTypes ? entry : relative;
      if (entry.isDirectory() && level < depth) pending.push({ folder: path.join(folder, entry.name), name: relative, level: level + 1 });
    }
  }
}

function* search(settled) {
  const seen = new Set();
  for (const pattern of settled.patterns) {
    for (const found of walk(pattern, settled)) {
      const key = typeof found === 'string' ? found : path.join(found.parentPath ?? found.path, found.name);
      if (seen.has(key)) continue;
      seen.add(key);
      yield found;
    }
  }
}

const globSync = (pattern, options = kEmptyObject) => [...search(settle(pattern, options))];

/** Matches one after the other, without holding up others for long. */
async function* globAsync(pattern, options = kEmptyObject) {
  yield* search(settle(pattern, options));
}

function glob(pattern, options, callback) {
  const done = typeof options === 'function' ? options : callback;
  validateFunction(done, 'callback');
  const settled = settle(pattern, typeof options === 'function' ? kEmptyObject : options ?? kEmptyObject);
  setImmediate(() => {
    let found;
    try {
      found = [...search(settled)];
    } catch (error) {
      done(error);
      return;
    }
    done(null, found);
  });
}

module.exports = { glob, globSync, globAsync };
