'use strict';

const tls = require('node/tls');
const http = require('node/http/server');
const { parseUniqueHeadersOption, kUniqueHeaders } = require('node/http/outgoing');
const { validateObject } = require('internal/validators');

function Server(options, requestListener) {
  if (!(this instanceof Server)) return new Server(options, requestListener);
  if (typeof options === 'function') {
    requestListener = options;
    options = {};
  } else if (options === undefined || options === null) {
    options = {};
  } else {
    validateObject(options, 'options');
  }
  // Who says nothing of protocols speaks this one.
  const ALPNProtocols = options.ALPNProtocols || options.ALPNCallback ? undefined : ['http/1.1'];
  http.storeHTTPOptions.call(this, options);
  tls.Server.call(this, { noDelay: true, ALPNProtocols, ...options }, http._connectionListener);
  this.httpAllowHalfOpen = false;
  if (requestListener) this.on('request', requestListener);
  this.on('tlsClientError', function (error, socket) {
    if (!this.emit('clientError', error, socket)) socket.destroy(error);
  });
  this.on('listening', http.setupConnectionsTracking);
  this.timeout = 0;
  this.maxHeadersCount = null;
  this.maxRequestsPerSocket = 0;
  this[kUniqueHeaders] = parseUniqueHeadersOption(options.uniqueHeaders);
}
Object.setPrototypeOf(Server.prototype, tls.Server.prototype);
Object.setPrototypeOf(Server, tls.Server);

for (const name of ['closeAllConnections', 'closeIdleConnections', 'setTimeout']) {
  Server.prototype[name] = http.Server.prototype[name];
}

Server.prototype.close = function close(...args) {
  http.httpServerPreClose(this);
  tls.Server.prototype.close.apply(this, args);
  return this;
};

Server.prototype[Symbol.asyncDispose] = function() {
  return new Promise((resolve, reject) => this.close((error) => (error ? reject(error) : resolve())));
};

module.exports = { Server };
