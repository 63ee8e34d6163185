'use strict';

const { validateObject } = require('internal/validators');

// Resolves '.' and '..' and drops empty segments. Where `anchored`, '..' stops at the root.
const resolveDots = (segments, anchored) => {
  const kept = [];
  for (const segment of segments) {
    if (segment === '' || segment === '.') continue;
    if (segment !== '..') kept.push(segment);
    else if (kept.length > 0 && kept[kept.length - 1] !== '..') kept.pop();
    else if (!anchored) kept.push('..');
  }
  return kept;
};

// Where the extension's dot is in a base name, or -1. A leading dot makes a hidden file, not an extension.
const extensionAt = (base) => {
  if (base === '..') return -1;
  const dot = base.lastIndexOf('.');
  return dot > 0 ? dot : -1;
};

const extensionOf = (base) => {
  const dot = extensionAt(base);
  return dot < 0 ? '' : base.slice(dot);
};

const formatWith = (separator, parts) => {
  validateObject(parts, 'pathObject');
  const dir = parts.dir || parts.root;
  const extension = parts.ext ? (parts.ext[0] === '.' ? '' : '.') + parts.ext : '';
  const base = parts.base || `${parts.name || ''}${extension}`;
  if (!dir) return base;
  return dir === parts.root ? `${dir}${base}` : `${dir}${separator}${base}`;
};

// `start` and `end` bound the base name in `path`. Node's corner cases: a suffix that is the whole path leaves nothing,
// and one that only begins before the base name leaves it with its trailing separators.
const withoutSuffix = (path, start, end, suffix) => {
  if (suffix === path) return '';
  const base = path.slice(start, end);
  if (suffix.length > base.length) {
    return suffix.length <= path.length && suffix.endsWith(base) ? path.slice(start) : base;
  }
  return base !== suffix && base.endsWith(suffix) ? base.slice(0, base.length - suffix.length) : base;
};

module.exports = { resolveDots, extensionOf, formatWith, withoutSuffix };
