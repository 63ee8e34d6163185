'use strict';

const { codes } = require('internal/errors');
const { platform, isWindows } = require('internal/platform');
const { validateString } = require('internal/validators');
const { URL, domainToASCII, domainToUnicode } = require('web/url');
const { isURL } = require('./whatwg');
const path = require('node/path');

// What RFC 1738 calls unsafe, which is more than a URL would escape by itself.
const UNSAFE = /[\0- "#%<>?[\\\]^`{|}~\x7f]/g;

const escapeCode = (character) => `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;

const forWindows = (options) => options?.windows ?? isWindows;

const fileURL = (value) => {
  const url = typeof value === 'string' ? new URL(value) : value;
  if (!isURL(url)) throw new codes.ERR_INVALID_ARG_TYPE('path', ['string', 'URL'], value);
  if (url.protocol !== 'file:') throw new codes.ERR_INVALID_URL_SCHEME('file');
  return url;
};

const checkPath = (url, windows) => {
  if (windows ? /%(2f|5c)/i.test(url.pathname) : /%2f/i.test(url.pathname)) {
    const what = windows ? 'must not include encoded \\ or / characters' : 'must not include encoded / characters';
    throw new codes.ERR_INVALID_FILE_URL_PATH(what, url);
  }
  if (!windows && url.hostname !== '') throw new codes.ERR_INVALID_FILE_URL_HOST(platform);
};

// `/C:/a` without its slash, or `\\host` before the path.
const windowsRoot = (url, pathname) => {
  if (url.hostname !== '') return `\\\\${domainToUnicode(url.hostname)}${pathname}`;
  if (!/^\\[a-z]:/i.test(pathname)) throw new codes.ERR_INVALID_FILE_URL_PATH('must be absolute', url);
  return pathname.slice(1);
};

function fileURLToPath(value, options = undefined) {
  const windows = forWindows(options);
  const url = fileURL(value);
  if (!windows && url.hostname !== '') throw new codes.ERR_INVALID_FILE_URL_HOST(platform);
  checkPath(url, windows);
  if (!windows) return decodeURIComponent(url.pathname);
  return windowsRoot(url, decodeURIComponent(url.pathname.replaceAll('/', '\\')));
}

// For paths that are no UTF-8.
function fileURLToPathBuffer(value, options = undefined) {
  const windows = forWindows(options);
  const url = fileURL(value);
  checkPath(url, windows);
  const { Buffer } = require('node/buffer');
  const { unescapeBuffer } = require('node/querystring');
  if (!windows) return unescapeBuffer(url.pathname, false);
  return Buffer.from(windowsRoot(url, unescapeBuffer(url.pathname.replaceAll('/', '\\'), false).toString()));
}

const escapePath = (text, windows) =>
  text.replace(UNSAFE, (character) => (windows && character === '\\' ? character : escapeCode(character)));

const uncToURL = (filepath, resolved) => {
  const from = filepath.startsWith('\\\\?\\UNC\\') ? 8 : 2;
  const end = resolved.indexOf('\\', from);
  if (end === -1) throw new codes.ERR_INVALID_ARG_VALUE('path', resolved, 'Missing UNC resource path');
  if (end === 2) throw new codes.ERR_INVALID_ARG_VALUE('path', resolved, 'Empty UNC servername');
  const url = new URL('file://');
  url.hostname = domainToASCII(resolved.slice(from, end));
  url.pathname = escapePath(resolved.slice(end), true).replaceAll('\\', '/');
  return url;
};

function pathToFileURL(filepath, options = undefined) {
  validateString(filepath, 'path');
  const windows = forWindows(options);
  const api = windows ? path.win32 : path.posix;
  let resolved = api.resolve(filepath);
  if (windows && filepath.startsWith('\\\\')) return uncToURL(filepath, resolved);
  // Resolving took a trailing separator off.
  const last = filepath[filepath.length - 1];
  if ((last === '/' || (windows && last === '\\')) && !resolved.endsWith(api.sep)) resolved += '/';
  return new URL(`file://${windows && !resolved.startsWith('\\') ? '/' : ''}${escapePath(resolved, windows)}`);
}

module.exports = { fileURLToPath, fileURLToPathBuffer, pathToFileURL };
