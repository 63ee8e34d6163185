'use strict';

const { codes } = require('internal/errors');
const { validateString } = require('internal/validators');
const { domainToASCII } = require('web/url');
const querystring = require('node/querystring');

// Protocols that are written with '//' and have a path even when it is empty.
const SLASHED = new Set(['http', 'https', 'ftp', 'gopher', 'file', 'ws', 'wss'].flatMap((name) => [name, `${name}:`]));
// Whose rest is a script and stays as it is.
const OPAQUE = new Set(['javascript', 'javascript:']);

const PROTOCOL = /^[a-z0-9.+-]+:/i;
const SIMPLE_PATH = /^(\/\/?(?!\/)[^?\s]*)(\?[^\s]*)?$/;
const AUTH_AND_HOST = /^\/\/[^@/]+@[^@/]+/;
const EDGES = /^[\0- \u00a0\ufeff]+|[\0- \u00a0\ufeff]+$/g;
const NOT_IN_HOST = /[\0\t\n\r #%/:<>?@[\\\]^|]/;
const NOT_IN_IPV6 = /[\0\t\n\r #%/<>?@\\^|]/;
const TO_ESCAPE = /[\t\n\r "'<>\\^`{|}]/g;

const escapeCode = (character) => `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;

const isIpv6 = (hostname) => hostname.startsWith('[') && hostname.endsWith(']');

// Backslashes count as slashes up to the query.
const withSlashes = (url) => {
  const end = url.search(/[?#]/);
  return end < 0 ? url.replaceAll('\\', '/') : url.slice(0, end).replaceAll('\\', '/') + url.slice(end);
};

const setQuery = (target, search, parseQuery) => {
  if (search !== null) {
    target.search = search;
    target.query = parseQuery ? querystring.parse(search.slice(1)) : search.slice(1);
  } else if (parseQuery) {
    target.search = null;
    target.query = Object.create(null);
  }
};

// Splits `auth@host` from what follows. Control characters that WHATWG URLs drop are dropped.
const splitHost = (text) => {
  const delimiter = text.search(/[#/?]/);
  const end = delimiter < 0 ? text.length : delimiter;
  const authority = text.slice(0, end).replace(/[\t\n\r]/g, '');
  const rest = text.slice(end);
  const at = authority.lastIndexOf('@');
  const host = authority.slice(at + 1);
  const stop = host.search(/[ "%';<>\\^`{|}]/);
  return {
    auth: at < 0 ? null : decodeURIComponent(authority.slice(0, at)),
    host: stop < 0 ? host : host.slice(0, stop),
    rest: stop < 0 ? rest : host.slice(stop) + rest,
  };
};

const asciiHost = (hostname, url) => {
  if (!/[^\0-\x7f]|xn--/.test(hostname)) return hostname;
  const ascii = domainToASCII(hostname);
  if (ascii === '') throw new codes.ERR_INVALID_URL(url);
  return ascii;
};

// Fills in host, hostname and port; gives what of the host text turned out to be path.
const setHost = (target, text, url) => {
  const port = /:[0-9]*$/.exec(text)?.[0];
  if (port && port !== ':') target.port = port.slice(1);
  let hostname = port === undefined ? text : text.slice(0, -port.length);
  const ipv6 = isIpv6(hostname);
  let rest = '';
  if (!ipv6) {
    const colon = hostname.indexOf(':');
    if (colon >= 0) {
      rest = `/${hostname.slice(colon)}`;
      hostname = hostname.slice(0, colon);
    }
  }
  hostname = hostname.length > 255 ? '' : hostname.toLowerCase();
  if (!ipv6) hostname = asciiHost(hostname, url);
  if (hostname !== '' && (ipv6 ? NOT_IN_IPV6 : NOT_IN_HOST).test(hostname)) throw new codes.ERR_INVALID_URL(url);
  target.host = hostname + (target.port ? `:${target.port}` : '');
  target.hostname = ipv6 ? hostname.slice(1, -1) : hostname;
  return rest;
};

const setRest = (target, rest, parseQuery) => {
  const hash = rest.indexOf('#');
  if (hash >= 0) target.hash = rest.slice(hash);
  const beforeHash = hash < 0 ? rest : rest.slice(0, hash);
  const question = beforeHash.indexOf('?');
  setQuery(target, question < 0 ? null : beforeHash.slice(question), parseQuery);
  const pathname = question < 0 ? beforeHash : beforeHash.slice(0, question);
  if (pathname !== '') target.pathname = pathname;
};

const parseSimple = (target, text, parseQuery) => {
  const found = SIMPLE_PATH.exec(text);
  if (found === null) return false;
  target.path = text;
  target.href = text;
  target.pathname = found[1];
  setQuery(target, found[2] ?? null, parseQuery);
  return true;
};

// Whether an authority follows: takes the protocol's slashes off.
const takeSlashes = (target, text, protocol, slashesDenoteHost) => {
  const may = slashesDenoteHost || protocol !== '' || AUTH_AND_HOST.test(text);
  const slashes = may && text.startsWith('//');
  const taken = slashes && !OPAQUE.has(protocol);
  if (taken) target.slashes = true;
  const hasHost = !OPAQUE.has(protocol) && (slashes || (protocol !== '' && !SLASHED.has(protocol)));
  return { rest: taken ? text.slice(2) : text, hasHost };
};

const takeHost = (target, text, url) => {
  const { auth, host, rest } = splitHost(text);
  if (auth !== null) target.auth = auth;
  const after = setHost(target, host, url) + rest;
  return isIpv6(host.replace(/:[0-9]*$/, '')) && after[0] !== '/' ? `/${after}` : after;
};

const parseInto = (target, url, parseQuery, slashesDenoteHost) => {
  validateString(url, 'url');
  const text = withSlashes(url.replace(EDGES, ''));
  const simple = !slashesDenoteHost && !/^[^?]*@|#/.test(text);
  if (simple && parseSimple(target, text, parseQuery)) return target;
  const found = PROTOCOL.exec(text)?.[0] ?? '';
  const protocol = found.toLowerCase();
  if (protocol !== '') target.protocol = protocol;
  let { rest, hasHost } = takeSlashes(target, text.slice(found.length), protocol, slashesDenoteHost);
  if (hasHost) rest = takeHost(target, rest, url);
  if (!OPAQUE.has(protocol)) rest = rest.replace(TO_ESCAPE, escapeCode);
  setRest(target, rest, parseQuery);
  if (SLASHED.has(protocol) && target.hostname && !target.pathname) target.pathname = '/';
  if (target.pathname || target.search) target.path = (target.pathname || '') + (target.search || '');
  target.href = target.format();
  return target;
};

module.exports = { parseInto, SLASHED, OPAQUE, isIpv6 };
