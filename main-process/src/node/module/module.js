'use strict';

const path = require('node/path');
const builtins = require('internal/builtins');
const { Module, requireOf } = require('./cjs');
const { codes } = require('internal/errors');

/** Source: https://nodejs.org/api/module.html#modulecreaterequirefilename */
function createRequire(filename) {
  const { fileURLToPath } = require('node/url');
  const text = typeof filename === 'object' && filename !== null ? filename.href : filename;
  const isUrl = typeof text === 'string' && text.startsWith('file:');
  if (typeof text !== 'string' || (!isUrl && !path.isAbsolute(text))) {
    throw new codes.ERR_INVALID_ARG_VALUE('filename', filename, 'must be a file URL object, file URL string, or absolute path string');
  }
  const file = isUrl ? fileURLToPath(text) : text;
  const module = new Module(file);
  module.filename = file;
  module.paths = Module._nodeModulePaths(path.dirname(/[/\\]$/.test(file) ? `${file}noop.js` : file));
  return requireOf(module);
}

/** Source: https://nodejs.org/api/module.html#moduleisbuiltinmodulename */
function isBuiltin(name) {
  return typeof name === 'string' && builtins.nameOf(name) !== undefined && !builtins.isMissing(builtins.nameOf(name));
}

function notSupported(name) {
  return () => {
    throw new codes.ERR_NOT_SUPPORTED(`module.${name}`);
  };
}

Module.Module = Module;
Module.createRequire = createRequire;
Module.isBuiltin = isBuiltin;
Module.builtinModules = builtins.list();
Module.syncBuiltinESMExports = () => {};
for (const name of ['register', 'registerHooks', 'findPackageJSON', 'findSourceMap', 'enableCompileCache', 'stripTypeScriptTypes']) {
  Module[name] = notSupported(name);
}

module.exports = Module;
