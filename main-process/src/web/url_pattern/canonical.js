'use strict';

const { URL } = require('web/url');
const { escapePattern } = require('./parse');

const COMPONENTS = ['protocol', 'username', 'password', 'hostname', 'port', 'pathname', 'search', 'hash'];
const PORTS = { 'http': '80', 'https': '443', 'ws': '80', 'wss': '443', 'ftp': '21', 'file': '' };

const isSpecial = (protocol) => Object.hasOwn(PORTS, protocol);
const invalid = (what, value) => new TypeError(`Invalid ${what} "${value}"`);

/** What the URL parser makes of a value when it is given as one component. */
function throughSetter(component, value, lead = '') {
  const url = new URL('https://dummy.invalid/');
  url[component] = lead + value;
  return url[component].slice(lead.length);
}

function hostname(value) {
  if (value === '') return '';
  const found = /[\0\t\n\r #/<>?@\\^|]/.test(value) ? '' : throughSetter('hostname', value);
  if (found === '' || (found === 'dummy.invalid' && value.toLowerCase() !== found)) throw invalid('hostname', value);
  return found;
}

/** How each component is normalised. */
const encode = {
  protocol(value) {
    if (value === '') return '';
    if (!URL.canParse(`${value}://dummy.invalid/`)) throw invalid('protocol', value);
    return new URL(`${value}://dummy.invalid/`).protocol.slice(0, -1);
  },
  username: (value) => throughSetter('username', value),
  password: (value) => throughSetter('password', value),
  hostname,
  ipv6(value) {
    if (/[^\da-f[\]:]/i.test(value)) throw invalid('hostname', value);
    return value.toLowerCase();
  },
  port(value, protocol = '') {
    if (value === '') return '';
    const digits = /^\d+/.exec(value)?.[0];
    if (digits === undefined || Number(digits) > 65535) throw invalid('port', value);
    const port = String(Number(digits));
    return PORTS[protocol] === port ? '' : port;
  },
  pathname(value) {
    if (value === '') return '';
    // Without a slash it may be the middle of a path: dots at its start are kept from meaning a folder.
    return value[0] === '/' ? throughSetter('pathname', value) : throughSetter('pathname', value, '/-');
  },
  opaque: (value) => new URL(`data:${value.replaceAll('?', '%3F').replaceAll('#', '%23')}`).pathname,
  search: (value) => throughSetter('search', value, value === '' ? '' : '?'),
  hash: (value) => throughSetter('hash', value, value === '' ? '' : '#'),
};

const partsOf = (url) => ({
  protocol: url.protocol.slice(0, -1),
  username: url.username,
  password: url.password,
  hostname: url.hostname,
  port: url.port,
  pathname: url.pathname,
  search: url.search.slice(1),
  hash: url.hash.slice(1),
});

// A base gives what comes before the first component that is named, as in resolving a relative URL.
const INHERITED = [
  ['protocol', []], ['hostname', ['protocol']], ['port', ['protocol', 'hostname']],
  ['pathname', ['protocol', 'hostname', 'port']], ['search', ['protocol', 'hostname', 'port', 'pathname']],
  ['hash', ['protocol', 'hostname', 'port', 'pathname', 'search']],
];
const OF_URLS = [['username', ['protocol', 'hostname', 'port']], ['password', ['protocol', 'hostname', 'port', 'username']]];

function inherit(init, base, isPattern) {
  const given = partsOf(base);
  const found = {};
  for (const [name, before] of isPattern ? INHERITED : [...INHERITED, ...OF_URLS]) {
    if ([name, ...before].some((other) => init[other] !== undefined)) continue;
    found[name] = isPattern ? escapePattern(given[name]) : given[name];
  }
  return found;
}

const isAbsolute = (path, isPattern) => path[0] === '/' || (isPattern && (path.startsWith('\\/') || path.startsWith('{/')));

function resolvePath(path, base, isPattern) {
  if (base === undefined || isAbsolute(path, isPattern) || !base.pathname.startsWith('/')) return path;
  const folder = base.pathname.slice(0, base.pathname.lastIndexOf('/') + 1);
  return (isPattern ? escapePattern(folder) : folder) + path;
}

const STRIPPED = { protocol: /:$/, search: /^\?/, hash: /^#/ };

/** The components that an init names, or its base gives: as patterns, or normalised as those of a URL. */
function complete(init, isPattern) {
  let base;
  let found = {};
  if (init.baseURL !== undefined) {
    base = new URL(init.baseURL);
    found = inherit(init, base, isPattern);
  }
  for (const name of COMPONENTS) {
    if (init[name] === undefined) continue;
    let value = String(init[name]);
    if (STRIPPED[name] !== undefined) value = value.replace(STRIPPED[name], '');
    if (name === 'pathname') value = resolvePath(value, base, isPattern);
    if (!isPattern) {
      const opaque = name === 'pathname' && found.protocol && !isSpecial(found.protocol);
      value = encode[opaque ? 'opaque' : name](value, found.protocol);
    }
    found[name] = value;
  }
  return found;
}

module.exports = { COMPONENTS, PORTS, isSpecial, encode, partsOf, complete };
