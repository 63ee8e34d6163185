'use strict';

const path = require('node/path');
const { codes } = require('internal/errors');

// Path of a package.json to what it says; null where there is none.
const known = new Map();

/** Reads `folder/package.json`; undefined where there is none. Throws ERR_INVALID_PACKAGE_CONFIG. */
function read(folder) {
  const file = path.join(folder, 'package.json');
  if (known.has(file)) return known.get(file);
  let found;
  if (native.kindOf(file) === 0) found = parse(native.read(file), file, folder);
  known.set(file, found);
  return found;
}

function parse(text, file, folder) {
  let data;
  try {
    data = JSON.parse(text);
  } catch (error) {
    throw new codes.ERR_INVALID_PACKAGE_CONFIG(file, undefined, error.message);
  }
  const own = (key) => (typeof data === 'object' && data !== null && Object.hasOwn(data, key) ? data[key] : undefined);
  const ofType = (key, type) => (typeof own(key) === type ? data[key] : undefined);
  return {
    folder,
    file,
    data,
    name: ofType('name', 'string'),
    main: ofType('main', 'string'),
    type: own('type') === 'module' || own('type') === 'commonjs' ? data.type : 'none',
    exports: own('exports'),
    imports: typeof own('imports') === 'object' && data.imports !== null ? data.imports : undefined,
  };
}

/** The package that a file belongs to: the nearest package.json above it that is not beyond a node_modules folder. */
function scopeOf(file) {
  let folder = path.dirname(file);
  for (;;) {
    if (path.basename(folder) === 'node_modules') return undefined;
    const found = read(folder);
    if (found !== undefined) return found;
    const parent = path.dirname(folder);
    if (parent === folder) return undefined;
    folder = parent;
  }
}

/** Splits `@scope/name/sub` into the package's name and `./sub`. */
function split(specifier) {
  const parts = specifier.split('/');
  const count = specifier.startsWith('@') ? 2 : 1;
  const name = parts.slice(0, count).join('/');
  if (parts.length < count || name === '' || name.includes('\\') || name.includes('%') || (count === 1 && name.startsWith('.'))) {
    return undefined;
  }
  return { name, subpath: ['.', ...parts.slice(count)].join('/') };
}

const INVALID_SEGMENT = /(^|[/\\])(\.\.?|node_modules)([/\\]|$)/i;

function invalid(scope, key, target, internal, base) {
  return new codes.ERR_INVALID_PACKAGE_TARGET(`${scope.folder}${path.sep}`, key, target, internal, base);
}

/** A string target: a path inside the package, or (in `imports`) another package. */
function stringTarget(context, target, key, match) {
  const { scope, internal, base, resolvePackage } = context;
  if (!target.startsWith('./')) {
    if (!internal || target.startsWith('../') || target.startsWith('/') || /^[a-z][a-z\d+.-]*:/i.test(target.replace(/^node:/, ''))) {
      throw invalid(scope, key, target, internal, base);
    }
    return resolvePackage(match === undefined ? target : target.replaceAll('*', () => match));
  }
  if (INVALID_SEGMENT.test(target.slice(2))) throw invalid(scope, key, target, internal, base);
  if (match === undefined) return inPackage(scope, target, key, base);
  if (INVALID_SEGMENT.test(match)) {
    throw new codes.ERR_INVALID_MODULE_SPECIFIER(key.replace('*', () => match), `request is not a valid match in pattern "${key}"`, base);
  }
  return inPackage(scope, target.replaceAll('*', () => match), key, base);
}

/** A target is the path of a URL: what it escapes is meant as it is. */
function inPackage(scope, target, key, base) {
  if (/%2f|%5c/i.test(target)) {
    throw new codes.ERR_INVALID_MODULE_SPECIFIER(target, 'must not include encoded "/" or "\\" characters', base ?? path.join(scope.folder, key));
  }
  return path.join(scope.folder, target.includes('%') ? decodeURIComponent(target) : target);
}

/** null: explicitly not there; undefined: no condition matched. */
function resolveTarget(context, target, key, match) {
  if (typeof target === 'string') return stringTarget(context, target, key, match);
  if (target === null) return null;
  if (Array.isArray(target)) return firstTarget(context, target, key, match);
  if (typeof target !== 'object') throw invalid(context.scope, key, target, context.internal, context.base);
  for (const condition of Object.keys(target)) {
    if (condition !== 'default' && !context.conditions.has(condition)) continue;
    const found = resolveTarget(context, target[condition], key, match);
    if (found !== undefined) return found;
  }
  return undefined;
}

function firstTarget(context, targets, key, match) {
  let failure = null;
  for (const target of targets) {
    try {
      const found = resolveTarget(context, target, key, match);
      if (found === undefined) continue;
      if (found !== null) return found;
      failure = null;
    } catch (error) {
      if (error.code !== 'ERR_INVALID_PACKAGE_TARGET') throw error;
      failure = error;
    }
  }
  if (failure !== null) throw failure;
  return targets.length === 0 ? null : undefined;
}

/** Longer patterns first, as Node compares them. */
function comparePatterns(a, b) {
  const [starA, starB] = [a.indexOf('*'), b.indexOf('*')];
  const [baseA, baseB] = [starA === -1 ? a.length : starA + 1, starB === -1 ? b.length : starB + 1];
  if (baseA !== baseB) return baseB - baseA;
  if (starA === -1) return 1;
  if (starB === -1) return -1;
  return b.length - a.length;
}

/** Looks `name` up in an `exports` or `imports` object; undefined when nothing matches. */
function lookUp(context, table, name) {
  if (Object.hasOwn(table, name) && !name.includes('*') && !name.endsWith('/')) {
    return resolveTarget(context, table[name], name);
  }
  const patterns = Object.keys(table).filter((key) => {
    const star = key.indexOf('*');
    if (star === -1 || star !== key.lastIndexOf('*')) return false;
    const [head, tail] = [key.slice(0, star), key.slice(star + 1)];
    return name.length >= key.length && name.startsWith(head) && name.endsWith(tail) && name !== head;
  });
  if (patterns.length === 0) return undefined;
  const key = patterns.sort(comparePatterns)[0];
  const star = key.indexOf('*');
  return resolveTarget(context, table[key], key, name.slice(star, name.length - (key.length - star - 1)));
}

/** `exports` that is not a table of subpaths stands for its main entry. */
function subpaths(scope, base) {
  const { exports } = scope;
  if (typeof exports === 'string' || Array.isArray(exports) || exports === null) return { '.': exports };
  const keys = Object.keys(exports);
  const dotted = keys.filter((key) => key.startsWith('.')).length;
  if (dotted !== 0 && dotted !== keys.length) {
    throw new codes.ERR_INVALID_PACKAGE_CONFIG(scope.file, base,
      '"exports" cannot contain some keys starting with \'.\' and some not. The exports object must either be an object of ' +
      'package subpath keys or an object of main entry condition name keys only.');
  }
  return dotted === 0 ? { '.': exports } : exports;
}

/** The file that a package exports under `subpath` (`.` or `./x`). Throws ERR_PACKAGE_PATH_NOT_EXPORTED. */
function resolveExports(scope, subpath, conditions, base) {
  const context = { scope, conditions, base, internal: false };
  const found = lookUp(context, subpaths(scope, base), subpath);
  if (found === undefined || found === null) {
    throw new codes.ERR_PACKAGE_PATH_NOT_EXPORTED(`${scope.folder}${path.sep}`, subpath, base);
  }
  return found;
}

/** What `#name` means in the package of `base`. Throws ERR_PACKAGE_IMPORT_NOT_DEFINED. */
function resolveImports(specifier, file, conditions, base, resolvePackage) {
  if (specifier === '#' || specifier.startsWith('#/')) {
    throw new codes.ERR_INVALID_MODULE_SPECIFIER(specifier, 'is not a valid internal imports specifier name', base);
  }
  const scope = scopeOf(file);
  if (scope?.imports !== undefined) {
    const found = lookUp({ scope, conditions, base, internal: true, resolvePackage }, scope.imports, specifier);
    if (found !== undefined && found !== null) return found;
  }
  throw new codes.ERR_PACKAGE_IMPORT_NOT_DEFINED(specifier, scope && `${scope.folder}${path.sep}`, base);
}

module.exports = { read, scopeOf, split, resolveExports, resolveImports };
