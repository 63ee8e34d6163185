'use strict';

const http = require('node/http/agent');
const tls = require('node/tls');

const MOST_SESSIONS = 100;

/** Keeps TLS connections, and sessions by which later ones begin faster. */
function Agent(options) {
  if (!(this instanceof Agent)) return new Agent(options);
  http.Agent.call(this, options);
  this.defaultPort = 443;
  this.protocol = 'https:';
  this.maxCachedSessions = this.options.maxCachedSessions ?? MOST_SESSIONS;
  this._sessionCache = { map: {}, list: [] };
}
Object.setPrototypeOf(Agent.prototype, http.Agent.prototype);
Object.setPrototypeOf(Agent, http.Agent);

/** `(options)`, or the older `(port, host, options)`. */
function optionsOf(port, host, options) {
  if (port !== null && typeof port === 'object') return port;
  let given = {};
  if (host !== null && typeof host === 'object') given = { ...host };
  else if (options !== null && typeof options === 'object') given = { ...options };
  if (typeof port === 'number') given.port = port;
  if (typeof host === 'string') given.host = host;
  return given;
}

Agent.prototype.createConnection = function createConnection(port, host, options) {
  let wanted = optionsOf(port, host, options);
  const { _agentKey: key } = wanted;
  if (!key) return tls.connect(wanted);
  const session = this._getSession(key);
  if (session) wanted = { session, ...wanted };
  const socket = tls.connect(wanted);
  socket.on('session', (fresh) => this._cacheSession(key, fresh));
  // A session may be what was wrong with it.
  socket.once('close', (hadError) => {
    if (hadError) this._evictSession(key);
  });
  return socket;
};

/** What makes connections unlike each other, in the order of their name. */
const PARTS = [
  'ca', 'cert', 'clientCertEngine', 'ciphers', 'key', 'pfx', 'rejectUnauthorized', 'servername', 'minVersion', 'maxVersion',
  'secureProtocol', 'crl', 'honorCipherOrder', 'ecdhCurve', 'dhparam', 'secureOptions', 'sessionIdContext', 'sigalgs',
  'privateKeyIdentifier', 'privateKeyEngine',
];

// Of these, `false` and 0 are something else than nothing.
const FLAGS = ['rejectUnauthorized', 'honorCipherOrder', 'secureOptions'];

function shown(options, part) {
  const value = options[part];
  if (FLAGS.includes(part)) return value === undefined ? '' : value;
  if (!value || (part === 'servername' && value === options.host)) return '';
  return part === 'sigalgs' ? JSON.stringify(value) : value;
}

Agent.prototype.getName = function getName(options = {}) {
  let name = http.Agent.prototype.getName.call(this, options);
  for (const part of PARTS) name += `:${shown(options, part)}`;
  return name;
};

Agent.prototype._getSession = function _getSession(key) {
  return this._sessionCache.map[key];
};

Agent.prototype._cacheSession = function _cacheSession(key, session) {
  if (this.maxCachedSessions === 0) return;
  const { map, list } = this._sessionCache;
  if (map[key]) {
    map[key] = session;
    return;
  }
  if (list.length >= this.maxCachedSessions) delete map[list.splice(0, 1)[0]];
  list.push(key);
  map[key] = session;
};

Agent.prototype._evictSession = function _evictSession(key) {
  const { map, list } = this._sessionCache;
  const at = list.indexOf(key);
  if (at === -1) return;
  list.splice(at, 1);
  delete map[key];
};


module.exports = { Agent };
