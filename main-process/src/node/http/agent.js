'use strict';

const net = require('node/net');
const EventEmitter = require('node/events');
const { validateNumber, validateOneOf, validateString } = require('internal/validators');

const kOnKeylog = Symbol('onkeylog');
const kRequestOptions = Symbol('requestOptions');

/** Keeps connections for requests to come, and requests that wait for a connection. */
function Agent(options) {
  if (!(this instanceof Agent)) return new Agent(options);
  EventEmitter.call(this);
  this.defaultPort = 80;
  this.protocol = 'http:';
  this.options = { __proto__: null, ...options };
  if (this.options.noDelay === undefined) this.options.noDelay = true;
  // The path is the request's; net would take it for that of a pipe.
  this.options.path = null;
  // Each by the name of where connections go to.
  this.requests = { __proto__: null };
  this.sockets = { __proto__: null };
  this.freeSockets = { __proto__: null };
  this.keepAliveMsecs = this.options.keepAliveMsecs || 1000;
  this.keepAlive = this.options.keepAlive || false;
  this.maxSockets = this.options.maxSockets || Agent.defaultMaxSockets;
  this.maxFreeSockets = this.options.maxFreeSockets || 256;
  this.scheduling = this.options.scheduling || 'lifo';
  this.maxTotalSockets = this.options.maxTotalSockets;
  this.totalSocketCount = 0;
  validateOneOf(this.scheduling, 'scheduling', ['fifo', 'lifo']);
  if (this.maxTotalSockets === undefined) this.maxTotalSockets = Infinity;
  else validateNumber(this.maxTotalSockets, 'maxTotalSockets', 1);
  this.on('free', (socket, opts) => onFree(this, socket, opts));
  this.on('newListener', enableKeylog);
}

Object.setPrototypeOf(Agent.prototype, EventEmitter.prototype);
Object.setPrototypeOf(Agent, EventEmitter);

Agent.defaultMaxSockets = Infinity;

// Sockets tell of their keys only if somebody wants to know.
function enableKeylog(event) {
  if (event !== 'keylog') return;
  this.removeListener('newListener', enableKeylog);
  const agent = this;
  this[kOnKeylog] = function onKeylog(line) {
    agent.emit('keylog', line, this);
  };
  for (const sockets of Object.values(this.sockets)) for (const socket of sockets) socket.on('keylog', this[kOnKeylog]);
}

/** A request is done with its connection: the next one's, or kept, or closed. */
function onFree(agent, socket, options) {
  const name = agent.getName(options);
  if (!socket.writable) {
    socket.destroy();
    return;
  }
  const requests = agent.requests[name];
  if (requests?.length) {
    const req = requests.shift();
    setRequestSocket(agent, req, socket);
    if (requests.length === 0) delete agent.requests[name];
    return;
  }
  const free = agent.freeSockets[name] || [];
  if (!mayKeep(agent, socket, name, free.length)) {
    socket.destroy();
    return;
  }
  agent.freeSockets[name] = free;
  socket._httpMessage = null;
  agent.removeSocket(socket, options);
  socket.once('error', onFreeSocketError);
  free.push(socket);
}

function mayKeep(agent, socket, name, freeCount) {
  const req = socket._httpMessage;
  if (!req || !req.shouldKeepAlive || !agent.keepAlive) return false;
  const count = freeCount + (agent.sockets[name]?.length ?? 0);
  if (agent.totalSocketCount > agent.maxTotalSockets || count > agent.maxSockets || freeCount >= agent.maxFreeSockets) return false;
  return agent.keepSocketAlive(socket);
}

function onFreeSocketError() {
  this.destroy();
  this.emit('agentRemove');
}

Agent.prototype.createConnection = net.createConnection;

/** Where a connection goes to: equal names may share one. */
Agent.prototype.getName = function getName(options = {}) {
  let name = `${options.host || 'localhost'}:${options.port || ''}:${options.localAddress || ''}`;
  if (options.family === 4 || options.family === 6) name += `:${options.family}`;
  if (options.socketPath) name += `:${options.socketPath}`;
  return name;
};

function completeOptions(agent, req, options) {
  const complete = { __proto__: null, ...options, ...agent.options };
  if (complete.socketPath) complete.path = complete.socketPath;
  if (!complete.servername && complete.servername !== '') complete.servername = serverNameOf(complete, req);
  return complete;
}

function serverNameOf(options, req) {
  let name = options.host;
  const header = req.getHeader('host');
  if (header) {
    validateString(header, 'options.headers.host');
    if (header.startsWith('[')) {
      const end = header.indexOf(']');
      name = end === -1 ? header : header.slice(1, end);
    } else {
      name = header.split(':', 1)[0];
    }
  }
  // An address is no name.
  return net.isIP(name) ? '' : name;
}

Agent.prototype.addRequest = function addRequest(req, options, port, localAddress) {
  if (typeof options === 'string') options = { __proto__: null, host: options, port, localAddress };
  options = completeOptions(this, req, options);
  const name = this.getName(options);
  this.sockets[name] ||= [];
  const free = this.freeSockets[name];
  const socket = takeFree(this, name, free);
  const count = (free?.length ?? 0) + this.sockets[name].length;
  if (socket) {
    this.reuseSocket(socket, req);
    setRequestSocket(this, req, socket);
    this.sockets[name].push(socket);
  } else if (count < this.maxSockets && this.totalSocketCount < this.maxTotalSockets) {
    this.createSocket(req, options, (error, created) => {
      if (error) req.onSocket(created, error);
      else setRequestSocket(this, req, created);
    });
  } else {
    this.requests[name] ||= [];
    req[kRequestOptions] = options;
    this.requests[name].push(req);
  }
};

function takeFree(agent, name, free) {
  if (!free) return undefined;
  while (free.length > 0 && free[0].destroyed) free.shift();
  const socket = agent.scheduling === 'fifo' ? free.shift() : free.pop();
  if (free.length === 0) delete agent.freeSockets[name];
  return socket;
}

Agent.prototype.createSocket = function createSocket(req, options, callback) {
  options = completeOptions(this, req, options);
  const name = this.getName(options);
  options._agentKey = name;
  options.encoding = null;
  let isCreated = false;
  const onCreate = (error, socket) => {
    if (isCreated) return;
    isCreated = true;
    if (error) {
      callback(error);
      return;
    }
    this.sockets[name] ||= [];
    this.sockets[name].push(socket);
    this.totalSocketCount++;
    installListeners(this, socket, options);
    callback(null, socket);
  };
  if (this.keepAlive) {
    options.keepAlive = this.keepAlive;
    options.keepAliveInitialDelay = this.keepAliveMsecs;
  }
  const socket = this.createConnection(options, onCreate);
  if (socket) onCreate(null, socket);
};

function installListeners(agent, socket, options) {
  const forget = () => {
    agent.totalSocketCount--;
    agent.removeSocket(socket, options);
  };
  const listeners = {
    free: () => agent.emit('free', socket, options),
    close: forget,
    // Nobody waits for anything on a free connection.
    timeout() {
      if (Object.values(agent.freeSockets).some((sockets) => sockets.includes(socket))) socket.destroy();
    },
    // Who takes the connection for another protocol has it for good.
    agentRemove() {
      forget();
      for (const event of Object.keys(listeners)) socket.removeListener(event, listeners[event]);
    },
  };
  for (const event of Object.keys(listeners)) socket.on(event, listeners[event]);
  if (agent[kOnKeylog]) socket.on('keylog', agent[kOnKeylog]);
}

function removeFrom(set, name, socket) {
  const index = set[name] ? set[name].indexOf(socket) : -1;
  if (index === -1) return;
  set[name].splice(index, 1);
  if (set[name].length === 0) delete set[name];
}

Agent.prototype.removeSocket = function removeSocket(socket, options) {
  const name = this.getName(options);
  removeFrom(this.sockets, name, socket);
  if (!socket.writable) removeFrom(this.freeSockets, name, socket);
  const req = nextRequest(this, name);
  const next = req === this.requests[name]?.[0] ? options : req?.[kRequestOptions];
  if (!req || !next) return;
  req[kRequestOptions] = undefined;
  this.createSocket(req, next, (error, created) => {
    if (error) req.onSocket(created, error);
    else created.emit('free');
  });
};

/** The request that has waited longest for a connection to there; else one for elsewhere. */
function nextRequest(agent, name) {
  if (agent.requests[name]?.length) return agent.requests[name][0];
  const [other] = Object.keys(agent.requests);
  return other === undefined || agent.sockets[other]?.length ? undefined : agent.requests[other][0];
}

Agent.prototype.keepSocketAlive = function keepSocketAlive(socket) {
  socket.setKeepAlive(true, this.keepAliveMsecs);
  socket.unref();
  let timeout = this.options.timeout || 0;
  const hint = socket._httpMessage?.res?.headers['keep-alive'];
  const seconds = hint && /^timeout=(\d+)/.exec(hint)?.[1];
  if (seconds) {
    // The server should not close it just when a request is on its way.
    const announced = Math.max(parseInt(seconds, 10) * 1000 - 1000, 0);
    if (announced === 0) return false;
    if (announced < timeout) timeout = announced;
  }
  if (socket.timeout !== timeout) socket.setTimeout(timeout);
  return true;
};

Agent.prototype.reuseSocket = function reuseSocket(socket, req) {
  req.reusedSocket = true;
  socket.removeListener('error', onFreeSocketError);
  socket.ref();
};

Agent.prototype.destroy = function destroy() {
  for (const set of [this.freeSockets, this.sockets]) {
    for (const sockets of Object.values(set)) for (const socket of [...sockets]) socket.destroy();
  }
};

function setRequestSocket(agent, req, socket) {
  req.onSocket(socket);
  const timeout = agent.options.timeout || 0;
  if (req.timeout === undefined || req.timeout === timeout) return;
  socket.setTimeout(req.timeout);
}

let globalAgent = new Agent({ keepAlive: true, scheduling: 'lifo', timeout: 5000 });

module.exports = {
  Agent,
  get globalAgent() {
    return globalAgent;
  },
  set globalAgent(agent) {
    globalAgent = agent;
  },
};
