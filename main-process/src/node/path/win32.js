'use strict';

const { validateString } = require('internal/validators');
const { resolveDots, extensionOf, formatWith, withoutSuffix } = require('./segments');
const { isSeparator, hasDrive, uncOf, rootOf, rootLength } = require('./win32_root');

const RESERVED = new Set(['CON', 'PRN', 'AUX', 'NUL']);
for (const digit of '123456789\u00b9\u00b2\u00b3') RESERVED.add(`COM${digit}`).add(`LPT${digit}`);

const tailOf = (path, anchored) => resolveDots(path.replaceAll('/', '\\').split('\\'), anchored).join('\\');

// A relative path that a careless reader could take for a drive or a stream gets `.\` in front.
const looksLikeDevice = (path, tail) => {
  if (hasDrive(tail)) return true;
  for (let colon = path.indexOf(':'); colon >= 0; colon = path.indexOf(':', colon + 1)) {
    if (colon === path.length - 1 || isSeparator(path.charCodeAt(colon + 1))) return true;
  }
  return false;
};

const reservedDevice = (path) => {
  const colon = path.indexOf(':');
  return colon > 0 && RESERVED.has(path.slice(0, colon).toUpperCase()) ? path.slice(0, colon + 1) : '';
};

const isAbsolute = (path) => {
  validateString(path, 'path');
  return isSeparator(path.charCodeAt(0)) || (hasDrive(path) && isSeparator(path.charCodeAt(2)));
};

const normalize = (path) => {
  validateString(path, 'path');
  if (path === '') return '.';
  if (path.length === 1) return path === '/' ? '\\' : path;
  const { device, end, absolute, unc } = rootOf(path);
  if (unc && end === path.length) return `${device}\\`;
  const reserved = device === '' && !absolute ? reservedDevice(path) : '';
  let tail = tailOf(path.slice(end + reserved.length), absolute);
  if (tail === '' && !absolute) tail = '.';
  if (tail !== '' && isSeparator(path.charCodeAt(path.length - 1))) tail += '\\';
  if (reserved !== '') return `.\\${reserved}${tail}`;
  if (absolute) return `${device}\\${tail}`;
  return device === '' && looksLikeDevice(path, tail) ? `.\\${tail}` : `${device}${tail}`;
};

const join = (...paths) => {
  let first = '';
  let joined = '';
  for (const path of paths) {
    validateString(path, 'path');
    if (path === '') continue;
    if (joined === '') first = joined = path;
    else joined = `${joined}\\${path}`;
  }
  if (joined === '') return '.';
  // Joining must not make a share out of separators that merely met.
  const meantAsShare =
    first.length > 2 &&
    isSeparator(first.charCodeAt(0)) &&
    isSeparator(first.charCodeAt(1)) &&
    !isSeparator(first.charCodeAt(2));
  if (!meantAsShare) {
    let count = 0;
    while (isSeparator(joined.charCodeAt(count))) count++;
    if (count >= 2) joined = `\\${joined.slice(count)}`;
  }
  return normalize(joined);
};

// The directory that a relative path on `device` starts from.
const cwdOf = (device) => {
  if (device === '') return process.cwd();
  const path = process.env[`=${device}`] || process.cwd();
  const foreign = path.slice(0, 2).toLowerCase() !== device.toLowerCase() && path.charCodeAt(2) === 92;
  return foreign ? `${device}\\` : path;
};

const resolve = (...paths) => {
  let device = '';
  let tail = '';
  let absolute = false;
  for (let index = paths.length - 1; index >= -1; index--) {
    const path = index >= 0 ? paths[index] : cwdOf(device);
    if (index >= 0) validateString(path, `paths[${index}]`);
    if (path === '') continue;
    const root = rootOf(path);
    if (root.device !== '') {
      if (device === '') device = root.device;
      else if (root.device.toLowerCase() !== device.toLowerCase()) continue;
    }
    if (!absolute) {
      tail = `${path.slice(root.end)}\\${tail}`;
      absolute = root.absolute;
    }
    if (absolute && device !== '') break;
  }
  tail = tailOf(tail, absolute);
  return (absolute ? `${device}\\${tail}` : `${device}${tail}`) || '.';
};

const segmentsOf = (path) => {
  let start = 0;
  let end = path.length;
  while (start < end && path.charCodeAt(start) === 92) start++;
  while (end > start && path.charCodeAt(end - 1) === 92) end--;
  return start === end ? [] : path.slice(start, end).split('\\');
};

const relative = (from, to) => {
  validateString(from, 'from');
  validateString(to, 'to');
  if (from === to) return '';
  const source = resolve(from);
  const target = resolve(to);
  if (source.toLowerCase() === target.toLowerCase()) return '';
  const up = segmentsOf(source);
  const down = segmentsOf(target);
  let shared = 0;
  while (shared < up.length && shared < down.length && up[shared].toLowerCase() === down[shared].toLowerCase()) shared++;
  if (shared === 0 && up.length > 0 && down.length > 0) return target;
  return new Array(up.length - shared).fill('..').concat(down.slice(shared)).join('\\');
};

const toNamespacedPath = (path) => {
  if (typeof path !== 'string' || path === '') return path;
  const resolved = resolve(path);
  if (resolved.length <= 2) return path;
  if (resolved.startsWith('\\\\')) {
    const mark = resolved[2];
    return mark === '?' || mark === '.' ? resolved : `\\\\?\\UNC\\${resolved.slice(2)}`;
  }
  return hasDrive(resolved) && resolved[2] === '\\' ? `\\\\?\\${resolved}` : resolved;
};

// Where the last segment starts and ends, separators after it left out, nothing before `floor` looked at.
const lastSegment = (path, floor) => {
  let end = path.length;
  while (end > floor && isSeparator(path.charCodeAt(end - 1))) end--;
  let start = end;
  while (start > floor && !isSeparator(path.charCodeAt(start - 1))) start--;
  return { start, end };
};

const dirname = (path) => {
  validateString(path, 'path');
  const root = rootLength(path);
  const { start } = lastSegment(path, root);
  if (start > root) return path.slice(0, start - 1);
  return root === 0 ? '.' : path.slice(0, root);
};

const basename = (path, suffix) => {
  if (suffix !== undefined) validateString(suffix, 'suffix');
  validateString(path, 'path');
  const { start, end } = lastSegment(path, hasDrive(path) ? 2 : 0);
  return suffix ? withoutSuffix(path, start, end, suffix) : path.slice(start, end);
};

const extname = (path) => {
  validateString(path, 'path');
  const { start, end } = lastSegment(path, hasDrive(path) ? 2 : 0);
  return extensionOf(path.slice(start, end));
};

const parse = (path) => {
  validateString(path, 'path');
  const rootEnd = rootLength(path);
  const root = path.slice(0, rootEnd);
  const { start, end } = lastSegment(path, rootEnd);
  const base = path.slice(start, end);
  const ext = extensionOf(base);
  return {
    root,
    dir: start > rootEnd ? path.slice(0, start - 1) : root,
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
  format: (parts) => formatWith('\\', parts),
  parse,
  matchesGlob: (path, pattern) => require('./glob').matchesGlob(path, pattern, true),
  sep: '\\',
  delimiter: ';',
  win32: null,
  posix: null,
};
