'use strict';

const { URL, URLSearchParams } = window;

const SLASHED = new Set(['http:', 'https:', 'ftp:', 'file:', 'ws:', 'wss:']);

/** The legacy record of a URL's parts, which need not be absolute. */
class Url {
  protocol = null;
  slashes = null;
  auth = null;
  host = null;
  port = null;
  hostname = null;
  hash = null;
  search = null;
  query = null;
  pathname = null;
  path = null;
  href = '';

  format() {
    return format(this);
  }
  resolve(to) {
    return resolve(this.href, to);
  }
}

function parse(text, parseQuery = false, slashesDenoteHost = false) {
  if (text instanceof Url) return text;
  const url = new Url();
  const [, protocol, slashes, authority, pathname, search, hash] =
    /^\s*([a-z][a-z0-9+.-]*:)?(?:(\/\/)([^/?#]*))?([^?#]*)(\?[^#]*)?(#.*)?$/is.exec(text.trim()) ?? [];
  const hasHost = slashes !== undefined && (protocol !== undefined || slashesDenoteHost);
  url.protocol = protocol?.toLowerCase() ?? null;
  if (hasHost) authorityOf(url, authority);
  url.pathname = (hasHost ? '' : (slashes ?? '') + (authority ?? '')) + pathname || (hasHost && SLASHED.has(url.protocol) ? '/' : null);
  url.search = search ?? (parseQuery ? '' : null);
  url.query = parseQuery ? Object.assign(Object.create(null), Object.fromEntries(new URLSearchParams(search ?? ''))) : (search?.slice(1) ?? null);
  url.hash = hash ?? null;
  url.path = url.pathname === null && url.search === null ? null : (url.pathname ?? '') + (url.search ?? '');
  url.href = format(url);
  return url;
}

function authorityOf(url, authority) {
  const at = authority.lastIndexOf('@');
  const host = authority.slice(at + 1).toLowerCase();
  const [, hostname, port] = /^(.*?)(?::(\d*))?$/.exec(host);
  url.slashes = true;
  url.auth = at < 0 ? null : decodeURIComponent(authority.slice(0, at));
  url.host = host;
  url.port = port || null;
  url.hostname = hostname.replace(/^\[(.*)\]$/, '$1');
}

function format(url) {
  if (typeof url === 'string') return parse(url).href;
  if (url instanceof URL) return url.href;
  let { protocol, hash, search, pathname } = url;
  protocol = protocol ? (protocol.endsWith(':') ? protocol : `${protocol}:`) : '';
  const auth = url.auth ? `${encodeURIComponent(url.auth).replace(/%3A/i, ':')}@` : '';
  const name = url.hostname ? (url.hostname.includes(':') ? `[${url.hostname}]` : url.hostname) : '';
  const host = url.host ? auth + url.host : name ? auth + name + (url.port ? `:${url.port}` : '') : '';
  if (!search && url.query && typeof url.query === 'object') search = String(new URLSearchParams(url.query));
  if (search && !search.startsWith('?')) search = `?${search}`;
  if (hash && !hash.startsWith('#')) hash = `#${hash}`;
  const slashes = url.slashes || (host && (!protocol || SLASHED.has(protocol))) ? '//' : '';
  if (slashes && pathname && !pathname.startsWith('/')) pathname = `/${pathname}`;
  return protocol + slashes + host + (pathname ?? '') + (search ?? '') + (hash ?? '');
}

function resolve(from, to) {
  const base = new URL(from, 'resolve://');
  const url = new URL(to, base);
  if (url.protocol !== 'resolve:') return url.href;
  return (from.startsWith('/') || to.startsWith('/') ? url.pathname : url.pathname.slice(1)) + url.search + url.hash;
}

function coded(constructor, code, message) {
  return Object.assign(new constructor(message), { code });
}

function fileURLToPath(url) {
  const { protocol, hostname, pathname } = new URL(url);
  if (protocol !== 'file:') throw coded(TypeError, 'ERR_INVALID_URL_SCHEME', 'The URL must be of scheme file');
  if (/%2f/i.test(pathname)) throw coded(TypeError, 'ERR_INVALID_FILE_URL_PATH', 'File URL path must not include encoded / characters');
  const path = decodeURIComponent(pathname);
  const isDrive = /^\/[a-z]:/i.test(path);
  if (hostname !== '' && !isDrive) return `\\\\${hostname}${path.replaceAll('/', '\\')}`;
  return isDrive ? path.slice(1).replaceAll('/', '\\') : path;
}

function pathToFileURL(path) {
  const escaped = path.replaceAll('%', '%25').replaceAll('\n', '%0A').replaceAll('\r', '%0D').replaceAll('\t', '%09')
    .replaceAll('?', '%3F').replaceAll('#', '%23');
  if (/^[a-z]:[\\/]/i.test(path)) return new URL(`file:///${escaped.replaceAll('\\', '/')}`);
  return new URL(`file://${escaped.replaceAll('\\', '%5C')}`);
}

module.exports = { URL, URLSearchParams, Url, parse, format, resolve, fileURLToPath, pathToFileURL };
