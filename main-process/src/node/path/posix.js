'use strict';

const { validateString } = require('internal/validators');
const { resolveDots, extensionOf, formatWith, withoutSuffix } = require('./segments');

const SLASH = 47;

// The end of the path without its trailing slashes; 0 where there is nothing but slashes.
const trimmedEnd = (path) => {
  let end = path.length;
  while (end > 0 && path.charCodeAt(end - 1) === SLASH) end--;
  return end;
};

const startOfLast = (path, end) => (end === 0 ? 0 : path.lastIndexOf('/', end - 1) + 1);

const isAbsolute = (path) => {
  validateString(path, 'path');
  return path.charCodeAt(0) === SLASH;
};

const normalize = (path) => {
  validateString(path, 'path');
  if (path === '') return '.';
  const absolute = path.charCodeAt(0) === SLASH;
  const trailing = path.charCodeAt(path.length - 1) === SLASH;
  const tail = resolveDots(path.split('/'), absolute).join('/');
  if (tail === '') return absolute ? '/' : trailing ? './' : '.';
  return `${absolute ? '/' : ''}${tail}${trailing ? '/' : ''}`;
};

const join = (...paths) => {
  let joined = '';
  for (const path of paths) {
    validateString(path, 'path');
    if (path !== '') joined = joined === '' ? path : `${joined}/${path}`;
  }
  return joined === '' ? '.' : normalize(joined);
};

const resolve = (...paths) => {
  let resolved = '';
  let absolute = false;
  for (let index = paths.length - 1; index >= 0 && !absolute; index--) {
    const path = paths[index];
    validateString(path, `paths[${index}]`);
    if (path === '') continue;
    resolved = `${path}/${resolved}`;
    absolute = path.charCodeAt(0) === SLASH;
  }
  if (!absolute) {
    const cwd = process.cwd();
    resolved = `${cwd}/${resolved}`;
    absolute = cwd.charCodeAt(0) === SLASH;
  }
  const tail = resolveDots(resolved.split('/'), absolute).join('/');
  return absolute ? `/${tail}` : tail === '' ? '.' : tail;
};

const segmentsOf = (absolute) => (absolute === '/' ? [] : absolute.slice(1).split('/'));

const relative = (from, to) => {
  validateString(from, 'from');
  validateString(to, 'to');
  if (from === to) return '';
  const source = segmentsOf(resolve(from));
  const target = segmentsOf(resolve(to));
  let shared = 0;
  while (shared < source.length && shared < target.length && source[shared] === target[shared]) shared++;
  const up = new Array(source.length - shared).fill('..');
  return up.concat(target.slice(shared)).join('/');
};

const toNamespacedPath = (path) => path;

const dirname = (path) => {
  validateString(path, 'path');
  if (path === '') return '.';
  const end = trimmedEnd(path);
  if (end === 0) return '/';
  const slash = path.lastIndexOf('/', end - 1);
  if (slash < 0) return '.';
  if (slash === 0) return '/';
  return slash === 1 && path.charCodeAt(0) === SLASH ? '//' : path.slice(0, slash);
};

const basename = (path, suffix) => {
  if (suffix !== undefined) validateString(suffix, 'suffix');
  validateString(path, 'path');
  const end = trimmedEnd(path);
  const start = startOfLast(path, end);
  return suffix ? withoutSuffix(path, start, end, suffix) : path.slice(start, end);
};

const extname = (path) => {
  validateString(path, 'path');
  const end = trimmedEnd(path);
  return extensionOf(path.slice(startOfLast(path, end), end));
};

const parse = (path) => {
  validateString(path, 'path');
  const root = path.charCodeAt(0) === SLASH ? '/' : '';
  const end = trimmedEnd(path);
  const start = startOfLast(path, end);
  const base = path.slice(start, end);
  // Node's way with '/..' alone.
  const ext = base === '..' && start === 1 ? '.' : extensionOf(base);
  return {
    root,
    dir: start > 1 ? path.slice(0, start - 1) : root,
    base,
    ext,
    name: base.slice(0, base.length - ext.length),
  };
};

module.exports = {
  resolve,
  normalize,
  isAbsolute,
  join,
  relative,
  toNamespacedPath,
  dirname,
  basename,
  extname,
  format: (parts) => formatWith('/', parts),
  parse,
  matchesGlob: (path, pattern) => require('./glob').matchesGlob(path, pattern, false),
  sep: '/',
  delimiter: ':',
  win32: null,
  posix: null,
};
