'use strict';

const { Buffer } = require('node/buffer');
const { runTicks } = require('internal/task_queues');
const { Connection } = require('./connection');
const { parseError } = require('./parser');

const asBuffer = (bytes) => Object.setPrototypeOf(bytes, Buffer.prototype);

// What the native half tells; `this` is the parser that it tells of.
native.listen({
  request: Connection.prototype.onRequest,

  response(flags, status, reason, fields) {
    return this.onIncoming(flags, status, reason, fields);
  },

  body(bytes) {
    const { incoming, socket } = this;
    if (socket.timeout && this.consumed !== null) socket._unrefTimer();
    if (incoming === null || incoming._dumped) return;
    if (!incoming.push(asBuffer(bytes))) this.onBackPressure(incoming);
    // Whoever listens hears of a part before the end of the whole is told.
    if (this.consumed !== null) runTicks();
  },

  trailers(fields) {
    const { incoming } = this;
    if (incoming !== null) incoming.takeTrailers(fields);
  },

  complete() {
    const { incoming } = this;
    if (incoming !== null) incoming.endMessage();
  },

  upgraded(bytes) {
    this.onUpgraded(asBuffer(bytes));
  },

  fault(code, reason, bytesParsed, bytes) {
    const error = parseError(code, reason, bytesParsed);
    error.rawPacket = asBuffer(bytes);
    this.onFault(error);
  },
});
