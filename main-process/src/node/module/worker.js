'use strict';

const path = require('node/path');

/** A file of an extension that modules do not know is a classic script. */
function isModule(file) {
  const extension = path.extname(file);
  if (extension === '.mjs') return true;
  return ['.js', '.cjs', '.json', ''].includes(extension) && require('./esm').formatOf(file) === 'module';
}

function runModule(base, url) {
  const { unsettled, settled } = require('node/process/exit');
  process.on('exit', unsettled);
  require('./esm').importFrom(base, url).finally(settled).catch((error) => {
    require('internal/fatal').triggerUncaught(error, 'uncaughtException');
  });
}

function runText(text) {
  const { Module, requireOf } = require('./cjs');
  const module = new Module('[worker eval]');
  module.filename = path.join(process.cwd(), '[worker eval]');
  module.paths = Module._nodeModulePaths(process.cwd());
  Object.assign(globalThis, { require: requireOf(module), module, exports: module.exports, __filename: '[worker eval]', __dirname: '.' });
  native.compile(text, '[worker eval]');
}

/** Runs the script of a worker, which its parent chose. */
function run({ file, text, url }) {
  // Loading the importer lets `import()` work in classic scripts, too.
  require('./esm');
  if (text !== undefined) {
    runText(text);
  } else if (url !== undefined) {
    runModule(path.join(process.cwd(), '[worker]'), url);
  } else {
    const { Module } = require('./cjs');
    const found = Module._resolveFilename(file, null, true);
    if (isModule(found)) runModule(found, require('node/url').pathToFileURL(found).href);
    else Module._load(found, null, true);
  }
}

module.exports = { run };
