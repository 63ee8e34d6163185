'use strict';

const path = require('node/path');
const builtins = require('internal/builtins');
const packages = require('./package');
const { resolveImport, existing, conditions } = require('./resolve');
const { exportsOf } = require('./lexer');
const { compileWrapper, stripShebang } = require('./compile');
const { pathToFileURL, fileURLToPath } = require('node/url');
const { URL } = require('web/url');
const { Buffer } = require('node/buffer');
const hooks = require('./hooks');
const { codes } = require('internal/errors');

const MODULE_SYNTAX = /^\s*(?:import\b|export\b)|\bimport\.meta\b|\bawait\b/m;

/** A module's own name as a path: modules are named by URL, classic scripts by path. */
const pathOf = (name) => (name.startsWith('file:') ? fileURLToPath(name) : name);

/** How errors name the importing module. */
function baseOf(name) {
  return name.startsWith('file:') || path.isAbsolute(name) ? pathOf(name) : path.join(process.cwd(), '[eval1]');
}

// What resolve hooks said of modules besides where they are.
const formats = new Map();

// How each module was asked for last, for the texts of errors.
const requested = new Map();

/** As {@link resolve}, for an import with its `type` attribute. */
function resolveRequest(specifier, base, type) {
  const url = hooks.isActive() ? resolveWithHooks(specifier, base, type) : resolve(specifier, base);
  if (!hooks.isActive()) checkType(url, type);
  requested.set(url, specifier);
  return url;
}

function resolveWithHooks(specifier, base, type) {
  // The main module and those of flags are imported by nobody.
  const isFirst = base === path.join(process.cwd(), 'noop.js');
  const parentURL = isFirst ? undefined : path.isAbsolute(base) ? pathToFileURL(base).href : base;
  const importAttributes = type == null ? {} : { type };
  const context = { conditions: [...conditions.import], importAttributes, parentURL };
  const found = hooks.resolve(specifier, context, (target, { parentURL: from }) => {
    const url = resolve(`${target}`, from ?? base);
    return { __proto__: null, url, format: formatOfUrl(url) };
  });
  formats.set(found.url, { format: found.format, importAttributes: found.importAttributes ?? importAttributes });
  return found.url;
}

/** The format of a module by its name alone; undefined where only its text would tell. */
function formatOfUrl(url) {
  if (url.startsWith('node:')) return 'builtin';
  if (!url.startsWith('file:')) return undefined;
  try {
    return formatOf(pathOf(url));
  } catch {
    return undefined;
  }
}

/** An import's `type` has to be that of what it names. */
function checkType(url, type) {
  if (type != null && type !== 'json') throw new codes.ERR_IMPORT_ATTRIBUTE_UNSUPPORTED('type', type, url);
  const isJson = url.startsWith('file:') && path.extname(pathOf(url)) === '.json';
  if (isJson && type == null) throw new codes.ERR_IMPORT_ATTRIBUTE_MISSING(url, 'type', 'json');
  if (!isJson && type === 'json' && !url.startsWith('data:')) {
    throw new codes.ERR_IMPORT_ATTRIBUTE_TYPE_INCOMPATIBLE(url, 'json');
  }
}

/** Full name of what `specifier` means to the module `base`: `node:fs`, `file:///…`, `data:…`. */
function resolve(specifier, base) {
  const name = builtins.nameOf(specifier);
  if (name !== undefined) return `node:${name}`;
  if (texts.has(specifier)) return specifier;
  if (/^[a-z][a-z\d+.-]+:/i.test(base) && !base.startsWith('file:') && /^\.{0,2}\//.test(specifier)) return new URL(specifier, base).href;
  const from = baseOf(base);
  if (specifier.startsWith('node:')) throw new codes.ERR_UNKNOWN_BUILTIN_MODULE(specifier);
  return urlOf(specifier, base, from) ?? pathToFileURL(resolveImport(specifier, from, from)).href;
}

// What was loaded once is there for good, whatever becomes of its file.
const loaded = new Set();

/** The full name of an existing file. */
function fileAt(url, specifier, from) {
  if (loaded.has(url.href)) return url.href;
  const found = existing(fileURLToPath(url), specifier, from);
  return pathToFileURL(found).href + url.search + url.hash;
}

/** As `import.meta.resolve`: a name is looked up, but a place need not have a file. */
function resolveMeta(specifier, base) {
  const isPlace = /^(?:\.{0,2}\/|file:)/.test(specifier) || specifier === '.' || specifier === '..';
  if (!isPlace || !base.startsWith('file:')) return resolve(specifier, base);
  return new URL(specifier, base).href;
}

/** A relative, absolute or URL specifier as a URL; undefined for a bare one. */
function urlOf(specifier, base, from) {
  if (/^(?:\.{1,2}(?:\/|$)|\/)/.test(specifier)) {
    return fileAt(new URL(specifier, pathToFileURL(from)), specifier, from);
  }
  if (specifier.startsWith('#')) return undefined;
  if (specifier.startsWith('data:')) return specifier;
  if (!URL.canParse(specifier)) return undefined;
  const url = new URL(specifier);
  if (url.protocol !== 'file:') throw new codes.ERR_UNSUPPORTED_ESM_URL_SCHEME(url, ['file', 'data', 'node', 'electron']);
  return fileAt(url, specifier, from);
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

// Functions that bring the names of built-in modules up to date.
const syncs = [];

/** As {@link bridge}, for a built-in module: its names can be brought up to date. */
function liveBridge(names) {
  const given = names.filter((name) => name !== 'default');
  const set = given.map((name, index) => `$${index} = exported[${JSON.stringify(name)}];`).join(' ');
  const list = given.map((name, index) => `$${index} as ${JSON.stringify(name)}`).join(', ');
  const variables = given.length === 0 ? '' : `let ${given.map((_, index) => `$${index}`).join(', ')};`;
  return `const exported = import.meta.exported();\nexport default exported;\n${variables}\n` +
    `const sync = () => { ${set} };\nsync();\nimport.meta.onSync(sync);\nexport { ${list} };`;
}

/** Source: https://nodejs.org/api/module.html#modulesyncbuiltinesmexports */
function syncBuiltins() {
  for (const sync of syncs) sync();
}

function loadBuiltin(name) {
  const get = () => builtins.get(name);
  return { source: liveBridge(Object.keys(get())), exported: get, isBuiltin: true };
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

// Modules that have a text and no file, by their names.
const texts = new Map();

/** Gives a text a name to import it by. */
function textModule(source) {
  const url = `${pathToFileURL(path.join(process.cwd(), '[eval1]')).href}`;
  texts.set(url, source);
  return url;
}

/** Throws the SyntaxError of a module's text, if it has one. */
function checkModule(source, name) {
  native.checkModule(stripShebang(source), name);
}

/** What the engine compiles for a full name: `{ source, exported? }`. */
function load(name) {
  if (!hooks.isActive()) return loadPlain(name);
  const known = formats.get(name);
  const context = { conditions: [...conditions.import], format: known?.format, importAttributes: known?.importAttributes ?? {} };
  const found = hooks.load(name, context, (url, { format }) => {
    const kind = format ?? formatOfUrl(url);
    if (texts.has(url)) return { __proto__: null, format: 'module', source: texts.get(url) };
    const source = url.startsWith('file:') && kind !== 'commonjs' ? Buffer.from(native.read(pathOf(url))) : undefined;
    return { __proto__: null, format: kind, source };
  });
  return loadFound(name, found);
}

const textOf = (source) => (typeof source === 'string' ? source : Buffer.from(source).toString('utf8'));

/** What a load hook answered, as the engine takes it. */
function loadFound(name, { format, source }) {
  if (source === undefined || source === null || format === 'builtin') return loadPlain(name);
  const text = textOf(source);
  switch (format) {
    case 'module':
      return { source: stripShebang(text) };
    case 'json':
      return { source: bridge([]), exported: () => JSON.parse(text) };
    case 'commonjs':
      return { source: bridge([...exportsOf(pathOf(name), () => text, () => undefined)]), exported: () => runClassicText(text, name) };
    default:
      throw new codes.ERR_UNKNOWN_MODULE_FORMAT(format, name);
  }
}

/** Runs classic text that no file holds as it is. */
function runClassicText(text, name) {
  const { Module } = require('./cjs');
  const file = pathOf(name);
  const module = new Module(file);
  module.filename = file;
  module.paths = Module._nodeModulePaths(path.dirname(file));
  module._compile(text, file);
  return module.exports;
}

/** A JSON file is the same object for `import` and `require`. */
function readJson(file) {
  const cached = require('./cjs').Module._cache[file];
  if (cached?.loaded) return cached.exports;
  try {
    return JSON.parse(native.read(file));
  } catch (error) {
    error.message = `${file}: ${error.message}`;
    throw error;
  }
}

function loadPlain(name) {
  if (name.startsWith('node:')) return loadBuiltin(name.slice(5));
  if (name.startsWith('data:')) return loadData(name);
  if (texts.has(name)) return { source: texts.get(name) };
  const file = pathOf(name);
  switch (formatOf(file)) {
    case 'json':
      return { source: bridge([]), exported: () => readJson(file) };
    case 'commonjs':
      return loadClassic(file);
    default:
      return { source: stripShebang(native.read(file)) };
  }
}

/** Fills `import.meta`. */
function describe(name, meta, found) {
  loaded.add(name);
  if (found.exported !== undefined) {
    meta.exported = found.exported;
    if (found.isBuiltin) meta.onSync = (sync) => syncs.push(sync);
    return;
  }
  if (name.startsWith('file:')) {
    meta.dirname = path.dirname(fileURLToPath(name));
    meta.filename = fileURLToPath(name);
  }
  meta.resolve = (specifier) => resolveMeta(`${specifier}`, name);
  meta.url = name;
}

const UNEXPORTED = /^Could not find export '(.*)' in module '(.*)'$/;

/** Words a missing export as Node does. The engine cuts long names of modules. */
function explainUnexported(error) {
  const [, name, start] = UNEXPORTED.exec(error.message) ?? [];
  if (name === undefined) return;
  const url = [...requested.keys()].findLast((known) => known.startsWith(start));
  const specifier = requested.get(url) ?? start;
  error.message = `The requested module '${specifier}' does not provide an export named '${name}'`;
  // Linking runs no code, so the engine gives such an error no stack.
  const stack = error.stack ?? `SyntaxError: ${error.message}`;
  Object.defineProperty(error, 'stack', { value: stack, writable: true, configurable: true, enumerable: false });
}

const CLASSIC = /^(require|module|exports|__filename|__dirname) is not defined$/;

/** Says of a name that only classic scripts have why it is not there. */
function explain(error, url) {
  if (error instanceof SyntaxError) explainUnexported(error);
  const name = error instanceof ReferenceError ? CLASSIC.exec(error.message)?.[1] : undefined;
  if (name === undefined) return;
  let text = `${error.message} in ES module scope`;
  if (name === 'require') text += ', you can use import instead';
  const file = url.startsWith('file:') ? pathOf(url.replace(/[?#].*$/, '')) : '';
  const scope = file.endsWith('.js') ? packages.scopeOf(file) : undefined;
  if (scope?.type === 'module') {
    text += `\nThis file is being treated as an ES module because it has a '.js' file extension and '${scope.file}' contains ` +
      '"type": "module". To treat it as a CommonJS script, rename it to use the \'.cjs\' file extension.';
  }
  const { stack } = error;
  const before = error.message;
  error.message = text;
  error.stack = stack.replace(before, () => text);
}

/** `import()` as the script `file` would write it. */
function importFrom(file, specifier) {
  return native.compile('(specifier) => import(specifier)', file)(specifier);
}

/** What `specifier` means to the module `base`, a path or URL. */
const resolveFrom = (specifier, base) => resolve(specifier, base);

/** `require()` of an ES module: evaluates it now; its namespace, or ERR_REQUIRE_ASYNC_MODULE. */
function requireModule(file) {
  const found = requireUrl(pathToFileURL(file).href);
  if (Object.hasOwn(found, 'module.exports')) return found['module.exports'];
  return 'default' in found && !('__esModule' in found) ? transpiledView(file, found) : found;
}

/** What transpiled code expects of a module with a default export: the same names, and `__esModule`. */
function transpiledView(file) {
  const url = pathToFileURL(file).href;
  const name = `kaon:required/${url}`;
  const from = JSON.stringify(url);
  texts.set(name, `export * from ${from};\nexport { default } from ${from};\nexport const __esModule = true;`);
  return requireUrl(name);
}

/** The namespace of a module that is evaluated now. */
function requireUrl(url) {
  const promise = importFrom(path.join(process.cwd(), 'noop.js'), url);
  promise.catch(() => {});
  let [state, result] = native.stateOf(promise);
  while (state === 'pending' && native.runJob()) [state, result] = native.stateOf(promise);
  if (state === 'pending') throw new codes.ERR_REQUIRE_ASYNC_MODULE(pathOf(url));
  if (state === 'rejected') {
    explain(result, url);
    throw result;
  }
  return result;
}

native.setImporter({ resolve: resolveRequest, load, describe });

module.exports = { importFrom, requireModule, formatOf, looksLikeModule, textModule, checkModule, explain, requireUrl, resolveFrom, syncBuiltins };
