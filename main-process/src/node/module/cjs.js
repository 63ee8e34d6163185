'use strict';

const path = require('node/path');
const builtins = require('internal/builtins');
const packages = require('./package');
const { resolveRequire, nodeModulePaths, isRelative } = require('./resolve');
const { compileText, compileWrapper } = require('./compile');
const { validateString } = require('internal/validators');
const { codes } = require('internal/errors');

// The parent's resolutions: the same request from the same folder is the same file.
const resolutions = new Map();

/** A CommonJS module. Source: https://nodejs.org/api/modules.html#the-module-object */
function Module(id = '', parent) {
  this.id = id;
  this.path = path.dirname(id);
  this.exports = {};
  Object.defineProperty(this, 'parent', { value: parent, writable: true, configurable: true, enumerable: false });
  parent?.children?.push(this);
  this.filename = null;
  this.loaded = false;
  this.children = [];
}

Module._cache = Object.create(null);
Module._pathCache = Object.create(null);
Module._extensions = Object.create(null);
Module.globalPaths = [];

Module._nodeModulePaths = nodeModulePaths;

Module._resolveLookupPaths = function (request, parent) {
  if (builtins.nameOf(request) !== undefined) return null;
  if (isRelative(request)) return [parent?.filename ? path.dirname(parent.filename) : '.'];
  return parent?.paths ? [...parent.paths, ...Module.globalPaths] : [...Module.globalPaths];
};

function notFound(request, parent) {
  const stack = [];
  for (let cursor = parent; cursor; cursor = cursor.parent) stack.push(cursor.filename || cursor.id);
  const requirers = stack.length === 0 ? '' : `\nRequire stack:\n- ${stack.join('\n- ')}`;
  const error = new Error(`Cannot find module '${request}'${requirers}`);
  error.code = 'MODULE_NOT_FOUND';
  error.requireStack = stack;
  return error;
}

Module._resolveFilename = function (request, parent, isMain, options) {
  const name = builtins.nameOf(request);
  if (name !== undefined) return request;
  if (request.startsWith('node:')) throw new codes.ERR_UNKNOWN_BUILTIN_MODULE(request);
  const isPreload = parent?.id === 'internal/preload';
  const from = isPreload ? path.join(process.cwd(), 'noop.js') : parent?.filename ?? undefined;
  if (options?.paths !== undefined && !Array.isArray(options.paths)) {
    throw new codes.ERR_INVALID_ARG_VALUE('options.paths', options.paths);
  }
  const paths = Array.isArray(options?.paths) ? options.paths.flatMap((place) => nodeModulePaths(place)) : undefined;
  const extensions = Object.keys(Module._extensions);
  if (paths !== undefined && isRelative(request)) {
    for (const place of options.paths) {
      const found = resolveRequire(request, path.join(path.resolve(place), 'noop.js'), extensions, []);
      if (found !== undefined) return found;
    }
    throw notFound(request, parent);
  }
  const key = `${parent?.path ?? ''}\0${request}\0${extensions.length}`;
  if (paths === undefined && resolutions.has(key)) return resolutions.get(key);
  const lookup = paths ?? [...(parent?.paths ?? nodeModulePaths('.')), ...Module.globalPaths];
  const found = resolveRequire(request, from, extensions, lookup);
  if (found === undefined) throw notFound(request, parent);
  if (paths === undefined) resolutions.set(key, found);
  return found;
};

Module._load = function (request, parent, isMain) {
  const name = builtins.nameOf(request);
  if (name !== undefined) {
    // A program may have put something else in the place of one; the prefix asks for the real thing.
    const replaced = request.startsWith('node:') ? undefined : Module._cache[request];
    return replaced === undefined ? builtins.get(name) : replaced.exports;
  }
  const filename = Module._resolveFilename(request, parent, isMain);
  if (builtins.nameOf(filename) !== undefined) return builtins.get(builtins.nameOf(filename));
  const cached = Module._cache[filename];
  if (cached !== undefined) {
    if (parent?.children && !parent.children.includes(cached)) parent.children.push(cached);
    return cached.exports;
  }
  const module = new Module(filename, parent);
  if (isMain) {
    process.mainModule = module;
    module.id = '.';
  }
  Module._cache[filename] = module;
  let failed = true;
  try {
    module.load(filename);
    failed = false;
  } finally {
    if (failed) {
      delete Module._cache[filename];
      const index = parent?.children ? parent.children.indexOf(module) : -1;
      if (index !== -1) parent.children.splice(index, 1);
    }
  }
  return module.exports;
};

Module.prototype.load = function (filename) {
  this.filename = filename;
  this.paths = nodeModulePaths(path.dirname(filename));
  const extension = findExtension(filename);
  Module._extensions[extension](this, filename);
  this.loaded = true;
};

function findExtension(filename) {
  const name = path.basename(filename);
  for (let dot = name.indexOf('.', 1); dot !== -1; dot = name.indexOf('.', dot + 1)) {
    if (Module._extensions[name.slice(dot)]) return name.slice(dot);
  }
  return '.js';
}

Module.prototype.require = function (id) {
  validateString(id, 'id');
  if (id === '') throw new codes.ERR_INVALID_ARG_VALUE('id', id, 'must be a non-empty string');
  return Module._load(id, this, false);
};

/** The `require` that a module sees. */
function requireOf(module) {
  const require = function require(id) {
    return module.require(id);
  };
  require.resolve = function (request, options) {
    validateString(request, 'request');
    return Module._resolveFilename(request, module, false, options);
  };
  require.resolve.paths = function (request) {
    validateString(request, 'request');
    return Module._resolveLookupPaths(request, module);
  };
  require.main = process.mainModule;
  require.extensions = Module._extensions;
  require.cache = Module._cache;
  return require;
}

/** What `--require` names, as a module in the working folder would ask for it. */
Module._preloadModules = function (requests) {
  if (!Array.isArray(requests)) return;
  const parent = new Module('internal/preload', null);
  parent.paths = nodeModulePaths(process.cwd());
  for (const request of requests) parent.require(request);
};

/** Folders that are searched last: those of `NODE_PATH` and two of old in the user's home. */
Module._initPaths = function () {
  const { env } = process;
  const home = path.sep === '\\' ? env.USERPROFILE : env.HOME;
  const found = home ? [path.resolve(home, '.node_modules'), path.resolve(home, '.node_libraries')] : [];
  if (env.NODE_PATH) found.unshift(...env.NODE_PATH.split(path.delimiter).filter(Boolean));
  Module.globalPaths = found;
};
Module._initPaths();

Module.wrapper = ['(function (exports, require, module, __filename, __dirname) { ', '\n});'];
const originalWrapper = [...Module.wrapper];
const originalWrap = (script) => Module.wrapper[0] + script + Module.wrapper[1];
Module.wrap = originalWrap;
Module._stat = (file) => native.kindOf(file);

/** Whether a program compiles modules its own way. */
const isWrapperPatched = () => Module.wrap !== originalWrap || originalWrapper.some((part, i) => Module.wrapper[i] !== part);

Module.prototype._compile = function (content, filename) {
  const run = isWrapperPatched() ? compileText(Module.wrap(content), filename) : compileWrapper(content, filename);
  return run.call(this.exports, this.exports, requireOf(this), this, filename, path.dirname(filename));
};

function loadAsEsm(module, filename) {
  module.exports = require('./esm').requireModule(filename);
}

Module._extensions['.js'] = function (module, filename) {
  const type = packages.scopeOf(filename)?.type ?? 'none';
  if (type === 'module') return loadAsEsm(module, filename);
  const content = native.read(filename);
  if (type === 'none' && require('./esm').looksLikeModule(content, filename)) return loadAsEsm(module, filename);
  module._compile(content, filename);
};

Module._extensions['.json'] = function (module, filename) {
  try {
    module.exports = JSON.parse(native.read(filename));
  } catch (error) {
    error.message = `${filename}: ${error.message}`;
    throw error;
  }
};

Module._extensions['.node'] = function (module, filename) {
  throw new codes.ERR_NOT_SUPPORTED(`Loading native addons (${filename})`);
};

// `require` of these extensions must not shadow what `.js` finds, so that they are not enumerable as candidates.
for (const extension of ['.cjs', '.mjs']) {
  Object.defineProperty(Module._extensions, extension, {
    value(module, filename) {
      if (extension === '.mjs') loadAsEsm(module, filename);
      else module._compile(native.read(filename), filename);
    },
    enumerable: false,
    writable: true,
    configurable: true,
  });
}

module.exports = { Module, requireOf };
