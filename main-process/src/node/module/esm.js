'use strict';

const path = require('node/path');
const builtins = require('internal/builtins');
const packages = require('./package');
const { resolveImport, existing } = require('./resolve');
const { exportsOf } = require('./lexer');
const { compileWrapper, stripShebang } = require('./compile');
const { pathToFileURL, fileURLToPath } = require('node/url');
const { URL } = require('web/url');
const { codes } = require('internal/errors');

const MODULE_SYNTAX = /^\s*(?:import\b|export\b)|\bimport\.meta\b|\bawait\b/m;

/** A module's own name as a path: modules are named by URL, classic scripts by path. */
const pathOf = (name) => (name.startsWith('file:') ? fileURLToPath(name) : name);

/** How errors name the importing module. */
function baseOf(name) {
  return name.startsWith('file:') || path.isAbsolute(name) ? pathOf(name) : path.join(process.cwd(), '[eval1]');
}

/** As {@link resolve}, for an import with its `type` attribute. */
function resolveRequest(specifier, base, type) {
  const url = resolve(specifier, base);
  if (type != null && type !== 'json') throw new codes.ERR_IMPORT_ATTRIBUTE_UNSUPPORTED('type', type, url);
  const isJson = url.startsWith('file:') && path.extname(pathOf(url)) === '.json';
  if (isJson && type == null) throw new codes.ERR_IMPORT_ATTRIBUTE_MISSING(url, 'type', 'json');
  if (!isJson && type === 'json' && !url.startsWith('data:')) {
    throw new codes.ERR_IMPORT_ATTRIBUTE_TYPE_INCOMPATIBLE(url, 'json');
  }
  return url;
}

/** Full name of what `specifier` means to the module `base`: `node:fs`, `file:///…`, `data:…`. */
function resolve(specifier, base) {
  const name = builtins.nameOf(specifier);
  if (name !== undefined) return `node:${name}`;
  const from = baseOf(base);
  if (specifier.startsWith('node:')) throw new codes.ERR_UNKNOWN_BUILTIN_MODULE(specifier);
  return urlOf(specifier, base, from) ?? pathToFileURL(resolveImport(specifier, from, from)).href;
}

/** A relative, absolute or URL specifier as a URL; undefined for a bare one. */
function urlOf(specifier, base, from) {
  if (/^(?:\.{1,2}(?:\/|$)|\/)/.test(specifier)) {
    const url = new URL(specifier, pathToFileURL(from));
    const found = existing(fileURLToPath(url), specifier, from);
    return pathToFileURL(found).href + url.search + url.hash;
  }
  if (specifier.startsWith('#')) return undefined;
  if (specifier.startsWith('data:')) return specifier;
  if (!URL.canParse(specifier)) return undefined;
  const url = new URL(specifier);
  if (url.protocol !== 'file:') throw new codes.ERR_UNSUPPORTED_ESM_URL_SCHEME(url, ['file', 'data', 'node', 'electron']);
  const found = existing(fileURLToPath(url), specifier, from);
  return pathToFileURL(found).href + url.search + url.hash;
}

function formatOf(file) {
  const extension = path.extname(file);
  if (extension === '.mjs') return 'module';
  if (extension === '.json') return 'json';
  if (extension === '.cjs') return 'commonjs';
  if (extension === '.node') throw new codes.ERR_NOT_SUPPORTED(`Loading native addons (${file})`);
  if (extension !== '.js' && extension !== '') throw new codes.ERR_UNKNOWN_FILE_EXTENSION(extension, file);
  const type = packages.scopeOf(file)?.type ?? 'none';
  if (type !== 'none') return type;
  return looksLikeModule(native.read(file), file) ? 'module' : 'commonjs';
}

/** Node's syntax detection: text that is no classic script, and has what only a module may hold. */
function looksLikeModule(source, file) {
  if (!MODULE_SYNTAX.test(source)) return false;
  try {
    compileWrapper(source, file);
    return false;
  } catch (error) {
    return error instanceof SyntaxError;
  }
}

/** The text of a module that re-exports what classic code exports, which runs when the module is evaluated. */
function bridge(names) {
  const lines = ['const exported = import.meta.exported();', 'export default exported;'];
  names.filter((name) => name !== 'default').forEach((name, index) => {
    lines.push(`const $${index} = exported == null ? undefined : exported[${JSON.stringify(name)}];`);
    lines.push(`export { $${index} as ${JSON.stringify(name)} };`);
  });
  return lines.join('\n');
}

function loadBuiltin(name) {
  // Its names are not known, so that nothing could be imported from it.
  if (builtins.isMissing(name)) throw new codes.ERR_NOT_SUPPORTED(`The module 'node:${name}'`, 'it is not there yet');
  const get = () => builtins.get(name);
  return { source: bridge(Object.keys(get())), exported: get };
}

function loadData(url) {
  const match = /^data:([^,;]*)((?:;[^,]*)?),(.*)$/s.exec(url);
  if (match === null) throw new codes.ERR_INVALID_URL(url);
  const body = match[2].endsWith(';base64') ? atob(match[3]) : decodeURIComponent(match[3]);
  if (match[1] === 'text/javascript') return { source: body };
  if (match[1] === 'application/json') return { source: bridge([]), exported: () => JSON.parse(body) };
  throw new codes.ERR_UNKNOWN_MODULE_FORMAT(match[1], url);
}

function loadClassic(file) {
  const { Module } = require('./cjs');
  const exported = () => Module._load(file, undefined, false);
  return { source: bridge([...exportsOf(file, native.read, (request, from) => tryResolve(request, from))]), exported };
}

function tryResolve(request, from) {
  const { Module } = require('./cjs');
  try {
    return Module._resolveFilename(request, { filename: from, path: path.dirname(from), paths: Module._nodeModulePaths(path.dirname(from)) });
  } catch {
    // What cannot be found cannot add names; running the module will say so.
    return undefined;
  }
}

/** What the engine compiles for a full name: `{ source, exported? }`. */
function load(name) {
  if (name.startsWith('node:')) return loadBuiltin(name.slice(5));
  if (name.startsWith('data:')) return loadData(name);
  const file = pathOf(name);
  switch (formatOf(file)) {
    case 'json':
      return { source: bridge([]), exported: () => JSON.parse(native.read(file)) };
    case 'commonjs':
      return loadClassic(file);
    default:
      return { source: stripShebang(native.read(file)) };
  }
}

/** Fills `import.meta`. */
function describe(name, meta, found) {
  if (found.exported !== undefined) {
    meta.exported = found.exported;
    return;
  }
  if (name.startsWith('file:')) {
    meta.dirname = path.dirname(fileURLToPath(name));
    meta.filename = fileURLToPath(name);
  }
  meta.resolve = (specifier) => resolve(`${specifier}`, name);
  meta.url = name;
}

/** `import()` as the script `file` would write it. */
function importFrom(file, specifier) {
  return native.compile('(specifier) => import(specifier)', file)(specifier);
}

/** `require()` of an ES module: evaluates it now; its namespace, or ERR_REQUIRE_ASYNC_MODULE. */
function requireModule(file) {
  const promise = importFrom(file, pathToFileURL(file).href);
  promise.catch(() => {});
  let [state, result] = native.stateOf(promise);
  while (state === 'pending' && native.runJob()) [state, result] = native.stateOf(promise);
  if (state === 'pending') throw new codes.ERR_REQUIRE_ASYNC_MODULE(file);
  if (state === 'rejected') throw result;
  return Object.hasOwn(result, 'module.exports') ? result['module.exports'] : result;
}

native.setImporter({ resolve: resolveRequest, load, describe });

module.exports = { importFrom, requireModule, formatOf, looksLikeModule };
