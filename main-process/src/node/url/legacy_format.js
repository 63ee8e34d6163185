'use strict';

const querystring = require('node/querystring');
const { SLASHED, isIpv6 } = require('./legacy_parse');

const encodeAuth = (auth) => encodeURIComponent(auth).replaceAll('%3A', ':');

const hostOf = ({ host, hostname, port }, auth) => {
  if (host) return auth + host;
  if (!hostname) return '';
  const name = hostname.includes(':') && !isIpv6(hostname) ? `[${hostname}]` : hostname;
  return `${auth}${name}${port ? `:${port}` : ''}`;
};

const searchOf = ({ search, query }) => {
  if (search) return search;
  const text = query !== null && typeof query === 'object' ? querystring.stringify(query) : '';
  return text && `?${text}`;
};

const startingWith = (mark, text) => (text && text[0] !== mark ? mark + text : text);

// The text of anything that looks like a parsed URL.
const formatParts = (parts) => {
  const auth = parts.auth ? `${encodeAuth(parts.auth)}@` : '';
  let protocol = parts.protocol || '';
  if (protocol && !protocol.endsWith(':')) protocol += ':';
  let host = hostOf(parts, auth);
  let pathname = (parts.pathname || '').replaceAll('#', '%23').replaceAll('?', '%3F');
  if (parts.slashes || SLASHED.has(protocol)) {
    if (parts.slashes || host) {
      pathname = startingWith('/', pathname);
      host = `//${host}`;
    } else if (protocol === 'file:') {
      host = '//';
    }
  }
  const search = startingWith('?', searchOf(parts).replaceAll('#', '%23'));
  return protocol + host + pathname + search + startingWith('#', parts.hash || '');
};

module.exports = { formatParts };
