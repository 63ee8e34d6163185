'use strict';

const fs = require('node/fs');
const path = require('node/path');

const SCRIPT = /\.[cm]?js$/;
const NAMED = /^(?:test|test-.+|.+[.\-_]test)$/;

const kindOf = (file) => fs.statSync(file, { throwIfNoEntry: false });

/** Whether a file is found without being named: by its own name, or by lying in a folder called `test`. */
function isTestFile(name, inTestFolder) {
  return SCRIPT.test(name) && (inTestFolder || NAMED.test(name.replace(SCRIPT, '')));
}

function search(folder, inTestFolder, found) {
  for (const entry of fs.readdirSync(folder, { withFileTypes: true })) {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) {
      if (entry.name !== 'node_modules') search(file, inTestFolder || entry.name === 'test', found);
    } else if (entry.isFile() && isTestFile(entry.name, inTestFolder)) {
      found.add(file);
    }
  }
}

function collect(pattern, cwd, found) {
  const file = path.resolve(cwd, pattern);
  const kind = kindOf(file);
  if (kind?.isDirectory()) search(file, path.basename(file) === 'test', found);
  else if (kind !== undefined) found.add(file);
  else for (const match of fs.globSync(pattern, { cwd })) found.add(path.resolve(cwd, match));
}

/** The files that patterns, names and folders stand for; without any, those below the working folder. */
function find(patterns, cwd) {
  const found = new Set();
  if (patterns.length === 0) search(cwd, path.basename(cwd) === 'test', found);
  for (const pattern of patterns) collect(pattern, cwd, found);
  return [...found].sort();
}

module.exports = { find };
