'use strict';

const path = require('node/path');
const options = require('internal/options');
const packages = require('./package');
const { codes } = require('internal/errors');

// `module-sync` and the rest of Node's conditions; `electron` is what apps bundled for Electron look for.
const OWN_CONDITIONS = options.texts('conditions');
const ADDONS = options.isOff('addons') ? [] : ['node-addons'];
const REQUIRE_CONDITIONS = new Set(['node', 'require', 'module-sync', ...ADDONS, 'electron', ...OWN_CONDITIONS]);
const IMPORT_CONDITIONS = new Set(['node', 'import', 'module-sync', ...ADDONS, 'electron', ...OWN_CONDITIONS]);

const isFile = (file) => native.kindOf(file) === 0;
const keepsLinks = options.isSet('preserve-symlinks');
const realpath = (file) => (keepsLinks ? file : native.realpath(file));
const isRelative = (request) => /^\.\.?(?:[/\\]|$)/.test(request) && (path.sep === '\\' || !/^\.\.?\\/.test(request));

function withExtension(file, extensions) {
  for (const extension of extensions) {
    if (isFile(file + extension)) return file + extension;
  }
  return undefined;
}

/** A file as `require` finds it: as it is, with an extension, or as a folder. */
function fileOrFolder(file, extensions, folderOnly) {
  if (!folderOnly) {
    if (isFile(file)) return file;
    const found = withExtension(file, extensions);
    if (found !== undefined) return found;
  }
  return native.kindOf(file) === 1 ? folder(file, extensions) : undefined;
}

function folder(file, extensions) {
  const main = packages.read(file)?.main;
  if (main) {
    const target = path.resolve(file, main);
    const found = fileOrIndex(target, extensions);
    if (found !== undefined) return found;
  }
  const index = withExtension(path.join(file, 'index'), extensions);
  if (index === undefined && main) {
    const error = new Error(`Cannot find module '${path.resolve(file, main)}'. Please verify that the package.json has a valid "main" entry`);
    error.code = 'MODULE_NOT_FOUND';
    error.path = path.join(file, 'package.json');
    error.requestPath = file;
    throw error;
  }
  if (main) warnAboutMain(file, main);
  return index;
}

function warnAboutMain(file, main) {
  process.emitWarning(
    `Invalid 'main' field in '${path.join(file, 'package.json')}' of '${main}'. Please either fix that or report it to the module author`,
    'DeprecationWarning', 'DEP0128');
}

function fileOrIndex(file, extensions) {
  if (isFile(file)) return file;
  return withExtension(file, extensions) ?? withExtension(path.join(file, 'index'), extensions);
}

/** Every node_modules folder above `from`, nearest first. */
function nodeModulePaths(from) {
  const paths = [];
  for (let here = path.resolve(from); ; here = path.dirname(here)) {
    if (path.basename(here) !== 'node_modules') paths.push(path.join(here, 'node_modules'));
    if (path.dirname(here) === here) return paths;
  }
}

function trySelf(request, file, conditions) {
  const parts = packages.split(request);
  const scope = file === undefined ? undefined : packages.scopeOf(file);
  if (parts === undefined || scope === undefined || scope.exports == null || scope.name !== parts.name) return undefined;
  return packages.resolveExports(scope, parts.subpath, conditions, file);
}

function inNodeModules(request, paths, extensions) {
  const parts = packages.split(request);
  const slash = /[/\\]$/.test(request);
  for (const place of paths) {
    if (native.kindOf(place) !== 1) continue;
    if (parts !== undefined) {
      const home = path.join(place, parts.name);
      const found = native.kindOf(home) === 1 ? packages.read(home) : undefined;
      if (found?.exports != null) return packages.resolveExports(found, parts.subpath, REQUIRE_CONDITIONS, undefined);
    }
    const found = fileOrFolder(path.join(place, request), extensions, slash);
    if (found !== undefined) return found;
  }
  return undefined;
}

/**
 * The file that `require(request)` means to the module in `from` (its file; undefined: the working folder).
 * undefined when there is none. Source: https://nodejs.org/api/modules.html#all-together
 */
function resolveRequire(request, from, extensions, paths) {
  const folderOnly = /(?:^|[/\\])\.{0,2}$/.test(request) && /[/\\.]$/.test(request);
  let found;
  if (path.isAbsolute(request)) {
    found = fileOrFolder(path.resolve(request), extensions, folderOnly);
  } else if (isRelative(request)) {
    found = fileOrFolder(path.resolve(from === undefined ? '.' : path.dirname(from), request), extensions, folderOnly);
  } else if (request.startsWith('#') && from !== undefined) {
    found = packages.resolveImports(request, from, REQUIRE_CONDITIONS, from, (name) => resolveRequire(name, from, extensions, paths));
  } else {
    found = trySelf(request, from, REQUIRE_CONDITIONS) ?? inNodeModules(request, paths, extensions);
  }
  if (found === undefined) return undefined;
  if (!isFile(found)) throw exportedMissing(found);
  return realpath(found);
}

/** A package exports what is not there. */
function exportedMissing(file) {
  const error = new Error(`Cannot find module '${file}'`);
  error.code = 'MODULE_NOT_FOUND';
  error.path = packages.scopeOf(file)?.file;
  return error;
}

function missing(specifier, base, exact) {
  return new codes.ERR_MODULE_NOT_FOUND(specifier, base, exact);
}

function importedPackage(specifier, file, base) {
  const parts = packages.split(specifier);
  if (parts === undefined) throw new codes.ERR_INVALID_MODULE_SPECIFIER(specifier, 'is not a valid package name', base);
  const self = trySelf(specifier, file, IMPORT_CONDITIONS);
  if (self !== undefined) return self;
  for (const place of nodeModulePaths(path.dirname(file))) {
    const home = path.join(place, parts.name);
    if (native.kindOf(home) !== 1) continue;
    const found = packages.read(home);
    if (found?.exports != null) return packages.resolveExports(found, parts.subpath, IMPORT_CONDITIONS, base);
    if (parts.subpath !== '.') return path.join(home, parts.subpath);
    const main = fileOrIndex(path.join(home, found?.main ?? 'index.js'), ['.js', '.json', '.node']) ??
      fileOrIndex(path.join(home, 'index.js'), []);
    if (main !== undefined) return main;
  }
  throw missing(parts.name, base);
}

/**
 * The file that `import specifier` means to the module in `file`; `base` is how errors name that module.
 * Source: https://nodejs.org/api/esm.html#resolution-algorithm-specification
 */
function resolveImport(specifier, file, base) {
  const found = specifier.startsWith('#')
    ? packages.resolveImports(specifier, file, IMPORT_CONDITIONS, base, (name) => importedPackage(name, file, base))
    : importedPackage(specifier, file, base);
  return existing(found, specifier, base);
}

/** Checks what an import was resolved to, without guessing extensions. */
function existing(file, specifier, base) {
  const kind = native.kindOf(file);
  if (kind === 0) return realpath(file);
  const url = require('node/url').pathToFileURL(file).href;
  if (kind === 1) throw new codes.ERR_UNSUPPORTED_DIR_IMPORT(file, base, url);
  throw missing(file, base, url);
}

module.exports = { conditions: { require: REQUIRE_CONDITIONS, import: IMPORT_CONDITIONS }, resolveRequire, resolveImport, existing, nodeModulePaths, isRelative };
