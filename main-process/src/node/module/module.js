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
  return typeof name === 'string' && builtins.nameOf(name) !== undefined;
}

/** Source: https://nodejs.org/api/module.html#modulefindpackagejsonspecifier-base */
function findPackageJSON(specifier, base = 'data:') {
  const packages = require('./package');
  const { fileURLToPath } = require('node/url');
  const textOf = (value, name) => {
    if (value instanceof URL) return value.href;
    require('internal/validators').validateString(value, name);
    return value;
  };
  const toPath = (text) => (text.startsWith('file:') ? fileURLToPath(text) : text);
  const request = textOf(specifier, 'specifier');
  const from = toPath(textOf(base, 'base'));
  if (request.startsWith('file:') || path.isAbsolute(request) || /^\.\.?(?:\/|$)/.test(request)) {
    const target = request.startsWith('.') ? path.resolve(path.dirname(from), request) : toPath(request);
    return packages.scopeOf(/[\\/]$|[\\/]\.\.?$/.test(request) ? path.join(target, 'noop.js') : target)?.file;
  }
  const parts = packages.split(request);
  for (const place of Module._nodeModulePaths(path.dirname(from))) {
    const found = parts === undefined ? undefined : packages.read(path.join(place, parts.name));
    if (found !== undefined) return found.file;
  }
  return undefined;
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
Module.syncBuiltinESMExports = () => require('./esm').syncBuiltins();
Module.register = (specifier, parent, options) => require('./hooks').register(specifier, parent, options);
Module.registerHooks = (hooks) => require('./hooks').registerHooks(hooks);
Module.findPackageJSON = findPackageJSON;
Module.findSourceMap = (file) => require('./source_maps').findSourceMap(file);
Module.runMain = require('./entry').runMain;
Object.defineProperty(Module, 'SourceMap', { get: () => require('./source_maps').SourceMap, configurable: true, enumerable: true });
// Nothing is cached: sources are compiled fast enough.
Module.constants = Object.freeze({
  compileCacheStatus: Object.freeze({ FAILED: 0, ENABLED: 1, ALREADY_ENABLED: 2, DISABLED: 3 }),
});
Module.enableCompileCache = () => ({ status: 3 });
Module.getCompileCacheDir = () => undefined;
Module.flushCompileCache = () => {};
Module.stripTypeScriptTypes = notSupported('stripTypeScriptTypes');

module.exports = Module;
