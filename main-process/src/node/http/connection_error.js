'use strict';

const { STATUS_CODES } = require('./status_codes');

function nop() {}

const refusal = (status) => `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nConnection: close\r\n\r\n`;

const statuses = {
  HPE_HEADER_OVERFLOW: 431,
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 413,
  ERR_HTTP_REQUEST_TIMEOUT: 408,
};

/** A connection failed, or what came on it was no request. */
function failConnection(socket, error) {
  onSocketError.call(socket, error);
}

function onSocketError(error) {
  this.removeListener('error', onSocketError);
  // What follows from the failure is no news.
  if (this.listenerCount('error', nop) === 0) this.on('error', nop);
  if (this.server.emit('clientError', error, this)) return;
  // In the middle of an answer a second one would only confuse.
  if (this.writable && (!this._httpMessage || !this._httpMessage._headerSent)) {
    this.write(refusal(statuses[error.code] ?? 400));
  }
  this.destroy(error);
}

module.exports = { failConnection, onSocketError };
