'use strict';

const { SLASHED, OPAQUE } = require('./legacy_parse');

const splitPath = (pathname) => (pathname ? pathname.split('/') : []);

const setPath = (result) => {
  const { pathname, search } = result;
  if (pathname !== null || search !== null) result.path = (pathname || '') + (search || '');
};

const finish = (result) => {
  result.href = result.format();
  return result;
};

// `//host/path`: everything but the protocol is new.
const resolveHost = (result, relative) => {
  for (const key of Object.keys(relative)) if (key !== 'protocol') result[key] = relative[key];
  if (SLASHED.has(result.protocol) && result.hostname && !result.pathname) result.path = result.pathname = '/';
  return finish(result);
};

// Where a slashed URL has no host, its first path segment is taken for it.
const hostFromPath = (relative) => {
  const path = splitPath(relative.pathname);
  const at = path.findIndex((segment) => segment !== '');
  relative.host = at < 0 ? '' : path[at];
  relative.hostname ||= '';
  const rest = at < 0 ? [] : path.slice(at + 1);
  if (rest[0] !== '') rest.unshift('');
  if (rest.length < 2) rest.unshift('');
  return rest.join('/');
};

// Another protocol: nothing of the base but its slashes survives.
const resolveProtocol = (result, relative) => {
  if (!SLASHED.has(relative.protocol)) {
    for (const key of Object.keys(relative)) result[key] = relative[key];
    return finish(result);
  }
  result.protocol = relative.protocol;
  const needsHost = !relative.host && !/^file:?$/.test(relative.protocol) && !OPAQUE.has(relative.protocol);
  result.pathname = needsHost ? hostFromPath(relative) : relative.pathname;
  result.search = relative.search;
  result.query = relative.query;
  result.host = relative.host || '';
  result.auth = relative.auth;
  result.hostname = relative.hostname || relative.host;
  result.port = relative.port;
  if (result.pathname || result.search) result.path = (result.pathname || '') + (result.search || '');
  result.slashes = result.slashes || relative.slashes;
  return finish(result);
};

const unshiftHost = (path, host) => {
  if (!host) return;
  if (path[0] === '') path[0] = host;
  else path.unshift(host);
};

const shiftHost = (result, host) => {
  result.hostname = result.host = host;
  const at = host ? host.indexOf('@') : -1;
  if (at > 0) {
    const parts = host.split('@');
    result.auth = parts.shift();
    result.host = result.hostname = parts.shift();
  }
};

const takeQuery = (result, relative) => {
  result.search = relative.search;
  result.query = relative.query;
};

const takeHost = (result, relative) => {
  if (relative.host || relative.host === '') {
    if (result.host !== relative.host) result.auth = null;
    result.host = relative.host;
    result.port = relative.port;
  }
  if (relative.hostname || relative.hostname === '') {
    if (result.hostname !== relative.hostname) result.auth = null;
    result.hostname = relative.hostname;
  }
};

// Takes dots out, from the end, and says how many '..' had nothing to take.
const dropDots = (path) => {
  let up = 0;
  for (let index = path.length - 1; index >= 0; index--) {
    const segment = path[index];
    if (segment === '..') up++;
    if (segment === '.' || segment === '..') path.splice(index, 1);
    else if (up > 0) {
      path.splice(index, 1);
      up--;
    }
  }
  return up;
};

// Protocols like `mailto:` have no host: theirs is the first segment while paths are put together.
const foldHosts = (result, relative, paths) => {
  result.hostname = '';
  result.port = null;
  unshiftHost(paths.source, result.host);
  result.host = '';
  if (relative.protocol) {
    relative.hostname = null;
    relative.port = null;
    result.auth = null;
    unshiftHost(paths.target, relative.host);
    relative.host = null;
  }
};

const endPath = (result, relative, path, { absolute, keepUp, hostless }) => {
  const last = path[path.length - 1];
  const dots = last === '.' || last === '..';
  const trailing = ((result.host || relative.host || path.length > 1) && dots) || last === '';
  const up = dropDots(path);
  if (keepUp) for (let count = 0; count < up; count++) path.unshift('..');
  if (absolute && path[0] !== '' && (!path[0] || path[0][0] !== '/')) path.unshift('');
  if (trailing && !path.join('/').endsWith('/')) path.push('');
  const isAbsolute = path[0] === '' || (path[0] && path[0][0] === '/');
  if (hostless) shiftHost(result, isAbsolute ? '' : path.length > 0 ? path.shift() : '');
  if ((absolute || (result.host && path.length > 0)) && !isAbsolute) path.unshift('');
  if (path.length === 0) {
    result.pathname = null;
    result.path = null;
  } else {
    result.pathname = path.join('/');
  }
  setPath(result);
  result.auth = relative.auth || result.auth;
  result.slashes = result.slashes || relative.slashes;
  return finish(result);
};

const resolvePath = (result, relative) => {
  const sourceAbsolute = result.pathname && result.pathname[0] === '/';
  const targetAbsolute = relative.host || (relative.pathname && relative.pathname[0] === '/');
  let absolute = targetAbsolute || sourceAbsolute || (result.host && relative.pathname);
  const keepUp = !absolute;
  const paths = { source: splitPath(result.pathname), target: splitPath(relative.pathname) };
  const hostless = result.protocol && !SLASHED.has(result.protocol);
  if (hostless) {
    foldHosts(result, relative, paths);
    absolute = absolute && (paths.target[0] === '' || paths.source[0] === '');
  }
  let path = paths.source;
  if (targetAbsolute) {
    takeHost(result, relative);
    takeQuery(result, relative);
    path = paths.target;
  } else if (paths.target.length > 0) {
    path = path.slice(0, -1).concat(paths.target);
    takeQuery(result, relative);
  } else if (relative.search !== null && relative.search !== undefined) {
    if (hostless) shiftHost(result, path.shift());
    takeQuery(result, relative);
    setPath(result);
    return finish(result);
  }
  if (path.length === 0) {
    result.pathname = null;
    result.path = result.search ? `/${result.search}` : null;
    return finish(result);
  }
  return endPath(result, relative, path, { absolute, keepUp, hostless });
};

module.exports = { finish, resolveHost, resolveProtocol, resolvePath };
