'use strict';

const { validateObject } = require('internal/validators');
const { domainToUnicode } = require('web/url');

// A legacy Url has `auth` and `path`, a WHATWG one has neither.
const isURL = (value) => Boolean(value?.href && value.protocol && value.auth === undefined && value.path === undefined);

const withDefault = (options, name, value) => (options?.[name] === undefined ? value : Boolean(options[name]));

function formatURL(url, options) {
  if (options !== undefined && options !== null) validateObject(options, 'options');
  const { href, protocol, username, password, host, hostname, port } = url;
  let rest = href.slice(protocol.length);
  let authority = '';
  if (rest.startsWith('//')) {
    const full = `${username}${password ? `:${password}` : ''}${username || password ? '@' : ''}`;
    const name = withDefault(options, 'unicode', false) ? domainToUnicode(hostname) || hostname : hostname;
    authority = `//${withDefault(options, 'auth', true) ? full : ''}${name}${port ? `:${port}` : ''}`;
    rest = rest.slice(2 + full.length + host.length);
  }
  const hash = rest.indexOf('#');
  const fragment = hash < 0 ? '' : rest.slice(hash);
  const beforeHash = hash < 0 ? rest : rest.slice(0, hash);
  const question = beforeHash.indexOf('?');
  const dropsSearch = question >= 0 && !withDefault(options, 'search', true);
  const path = dropsSearch ? beforeHash.slice(0, question) : beforeHash;
  return protocol + authority + path + (withDefault(options, 'fragment', true) ? fragment : '');
}

// What http.request() takes, from a URL.
function urlToHttpOptions(url) {
  const { hostname, pathname, port, username, password, search } = url;
  const options = {
    __proto__: null,
    ...url,
    protocol: url.protocol,
    hostname: hostname && hostname[0] === '[' ? hostname.slice(1, -1) : hostname,
    hash: url.hash,
    search,
    pathname,
    path: `${pathname || ''}${search || ''}`,
    href: url.href,
  };
  if (port !== '') options.port = Number(port);
  if (username || password) options.auth = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  return options;
}

module.exports = { isURL, formatURL, urlToHttpOptions };
