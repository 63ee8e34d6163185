'use strict';

const { nextTick } = require('internal/task_queues');
const { connResetException } = require('./reset');
const { Timeout, clearTimeout } = require('internal/timers');
const EventEmitter = require('node/events');
const { Queue } = require('./queue');
const { handleSpecial } = require('./special_request');
const { whenWritten, finishNow } = require('./direct');
const { kMessageClass, kResponseClass, kOptions, kParsers } = require('./server_options');
const { IncomingMessage, readStop, WHOLE, FORGOTTEN } = require('./incoming');
const { ServerResponse, emitClose, OVER } = require('./response');
const { kNeedDrain } = require('./outgoing_body');
const { kUniqueHeaders } = require('./outgoing_headers');
const { failConnection, onSocketError } = require('./connection_error');
const { channels, watch } = require('./diagnostics');
const parsing = require('./parser');

// What nearly every request is: without a body, on a connection that goes on.
const USUAL = parsing.KEEP_ALIVE | parsing.MINOR | parsing.HOST;
const COMMON = USUAL | parsing.COMPLETE;
const HEAD = parsing.methods.indexOf('HEAD');
const requestPrototype = IncomingMessage.prototype;
const responsePrototype = ServerResponse.prototype;

const { freeParser, methods, HTTPParser, KEEP_ALIVE, UPGRADE, COMPLETE, MINOR, HOST, EXPECT, NORMAL, UPGRADED } = parsing;


// A client that keeps to the timeout it was told must not find the connection closed: it is kept a little longer.
const LATENESS = 1000;

const { emit } = EventEmitter.prototype;

// Where emitters keep whether they watch what their listeners return.
const kCapture = Object.getOwnPropertySymbols(EventEmitter.prototype).find((symbol) => symbol.description === 'kCapture');

/** What a server knows of one of its connections, and does about it; also the parser of what comes on it. */
class Connection extends HTTPParser {
  constructor(server, socket) {
    super();
    this.server = server;
    this.socket = socket;
    // The request whose answer is due, and those that wait behind it; the answers of these.
    this.first = null;
    this.later = new Queue();
    this.outgoing = new Queue();
    this.outgoingData = 0;
    this.requestsCount = 0;
    // The answer whose request is being told of; the same if it is over by the time the listener returns, the short way
    // or another.
    this.handling = null;
    this.quick = null;
    this.ended = null;
    this.hasIdleTimeout = false;
    this.idleSince = -1;
    this.idleTimer = null;
    this.listeners = null;
    this.requiresHost = server[kOptions].requireHostHeader;
    this.written = whenWritten(socket);
    // Nothing of what this server was given makes its messages other than usual.
    this.isUsual = server[kMessageClass] === IncomingMessage && server[kResponseClass] === ServerResponse &&
      server[kOptions].response === undefined && server[kUniqueHeaders] === null && !server.joinDuplicateHeaders &&
      !(server.maxRequestsPerSocket > 0) && server.emit === emit && !server[kCapture];
  }

  /**
   * The head of a request: the native half goes on as the answer says. What nearly every request is goes the short way:
   * few calls, and objects that are made with all the fields they will have, since those are what costs here.
   */
  onRequest(flags, method, url, lines) {
    const { server, socket } = this;
    const listener = server._events.request;
    if (flags !== COMMON || !this.isUsual || this.first !== null || typeof listener !== 'function' || method === HEAD ||
      socket.timeout || watch.isOn) return this.onAnyRequest(flags, methods[method], url, lines);
    const req = { __proto__: requestPrototype, socket, method: methods[method], url, _lines: lines, _bits: WHOLE };
    const res = {
      __proto__: responsePrototype, req, _owner: this, _header: null, _headerSent: false, finished: false,
    };
    this.first = req;
    this.idleSince = -1;
    this.handling = socket._httpMessage = res;
    try {
      listener.call(server, req, res);
    } finally {
      this.handling = null;
      if (this.quick === res) this.finishQuick(req, res);
      else if (this.ended !== null) this.finishHandled();
    }
    return NORMAL;
  }

  /** Nobody wants to hear of the end of this answer, so that it need not wait for a tick. */
  finishQuick(req, res) {
    this.quick = null;
    const { socket } = this;
    if (req._bits !== WHOLE || req._events !== undefined || res._events !== undefined || socket.parser !== this ||
      watch.isOn) {
      this.finishLate(res);
      return;
    }
    req._bits = FORGOTTEN;
    res._owner = OVER;
    this.first = null;
    socket._httpMessage = null;
    this.idleSince = Date.now();
    if (this.idleTimer === null && this.server.keepAliveTimeout) this.armIdle(this.server.keepAliveTimeout + LATENESS);
  }

  /** Tells the server of a request; its answer may be over when that returns. */
  tell(req, res) {
    if (watch.isOn) this.publishStart(req, res);
    this.handling = res;
    try {
      this.server.emit('request', req, res);
    } finally {
      this.handling = null;
      if (this.quick === res) this.finishQuick(req, res);
      else if (this.ended !== null) this.finishHandled();
    }
  }

  /** Any request at all, in the order of what there is to do. */
  onAnyRequest(flags, method, url, lines) {
    const { server, socket } = this;
    const req = this.makeRequest(method, url, lines, flags);
    if (socket.timeout && this.consumed !== null) socket._unrefTimer();
    this.endIdle();
    if ((flags & UPGRADE) !== 0 && (method === 'CONNECT' || server.listenerCount('upgrade') > 0)) {
      req.upgrade = true;
      this.incoming = req;
      return UPGRADED;
    }
    if ((flags & COMPLETE) === 0) this.incoming = req;
    if (this.first === null) this.first = req;
    else this.later.push(req);
    if (socket._writableState.needDrain || this.outgoingData >= socket.writableHighWaterMark) this.pauseFlood();
    const res = this.answer(req, flags);
    if ((flags & (EXPECT | HOST | MINOR)) !== (HOST | MINOR) || server.maxRequestsPerSocket > 0) handleSpecial(this, req, res, flags);
    else this.tell(req, res);
    return NORMAL;
  }

  makeRequest(method, url, lines, flags) {
    const { server } = this;
    const req = new server[kMessageClass](this.socket);
    req.method = method;
    req.url = url;
    req.setHead(lines, flags);
    if (this.maxHeaderPairs !== 2000) req.limitHeaders(this.maxHeaderPairs);
    if (server.joinDuplicateHeaders) req.joinDuplicateHeaders = true;
    if ((flags & COMPLETE) !== 0) req.endMessage();
    return req;
  }

  answer(req, flags) {
    const { server, socket } = this;
    const res = new server[kResponseClass](req, server[kOptions].response);
    res.adopt(this, this.isUsual && (flags & USUAL) === USUAL && req.method !== 'HEAD');
    if (server.maxRequestsPerSocket) res._maxRequestsPerSocket = server.maxRequestsPerSocket;
    if ((flags & KEEP_ALIVE) === 0) res.shouldKeepAlive = false;
    if (server[kUniqueHeaders] !== null) res[kUniqueHeaders] = server[kUniqueHeaders];
    if (socket._httpMessage) {
      this.outgoing.push(res);
      res._onPendingData = (delta) => this.updateOutgoing(delta);
    } else if (res._events === undefined) {
      socket._httpMessage = res;
    } else {
      res.assignSocket(socket);
    }
    return res;
  }

  /** An answer was over before its listener returned. */
  finishHandled() {
    const { ended } = this;
    this.ended = null;
    this.finishLate(ended);
  }

  /** Those who came to listen after the end hear of it in a tick, as all others do. */
  finishLate(res) {
    if (res._events === undefined) this.onResponseEnd(res);
    else nextTick(finishNow, res);
  }

  publishStart(request, response) {
    const { server, socket } = this;
    channels.responseCreated.publish({ request, response });
    channels.requestStart.publish({ request, response, socket, server });
  }

  onBackPressure(message) {
    readStop(message.socket);
  }

  /** A client that asks faster than it listens has to wait. */
  pauseFlood() {
    const { socket } = this;
    if (socket._paused) return;
    socket._paused = true;
    socket.pause();
  }

  updateOutgoing(delta) {
    this.outgoingData += delta;
    this.onDrain();
  }

  onDrain() {
    const { socket } = this;
    if (socket._paused && this.outgoingData <= socket.writableHighWaterMark) {
      socket._paused = false;
      socket.resume();
    }
    const message = socket._httpMessage;
    if (message && !message.finished && message[kNeedDrain]) {
      message[kNeedDrain] = false;
      message.emit('drain');
    }
  }

  /** An answer is over: the next one's turn, or time to wait for another request. */
  onResponseEnd(res) {
    const { socket, server } = this;
    const { req } = res;
    const isLast = res._last;
    if (watch.isOn) channels.responseFinish.publish({ request: req, response: res, socket, server });
    this.first = this.later.shift();
    req.finishUnread();
    socket._httpMessage = null;
    if (res._events === undefined) res._owner = OVER;
    else this.detach(res);
    if (this.incoming === req) forgetWhenEnded(this, req);
    if (isLast) {
      if (typeof socket.destroySoon === 'function') socket.destroySoon();
      else socket.end();
    } else if (!this.outgoing.isEmpty) {
      this.outgoing.shift().assignSocket(socket);
    } else if (server.keepAliveTimeout && socket.parser === this) {
      this.startIdle(server.keepAliveTimeout + LATENESS);
    }
  }

  /** Those who listen hear of the end in a tick of its own. */
  detach(res) {
    res.leave();
    nextTick(emitClose, res);
  }

  /** Waits for the next request, without a timer for each: the connection's one looks when it should have fired. */
  startIdle(milliseconds) {
    const { socket } = this;
    if (typeof socket.setTimeout !== 'function') return;
    if (this.server.timeout || socket.timeout) {
      socket.setTimeout(milliseconds);
      this.hasIdleTimeout = true;
      return;
    }
    this.idleSince = Date.now();
    if (this.idleTimer === null || this.idleTimer._idleTimeout > milliseconds) this.armIdle(milliseconds);
  }

  armIdle(milliseconds) {
    clearTimeout(this.idleTimer);
    this.idleTimer = new Timeout(() => this.onIdleTimer(), milliseconds, undefined, false, false);
  }

  onIdleTimer() {
    this.idleTimer = null;
    if (this.idleSince === -1 || this.socket.destroyed || this.socket.parser !== this) return;
    const left = this.idleSince + this.server.keepAliveTimeout + LATENESS - Date.now();
    if (left > 1) this.armIdle(Math.ceil(left));
    else this.socket.emit('timeout');
  }

  endIdle() {
    this.idleSince = -1;
    if (!this.hasIdleTimeout) return;
    this.hasIdleTimeout = false;
    this.socket.setTimeout(this.server.timeout || 0);
  }

  onUpgraded(head) {
    const { server, socket } = this;
    const req = this.incoming;
    const event = req.method === 'CONNECT' ? 'connect' : 'upgrade';
    if (event === 'connect' && server.listenerCount(event) === 0) {
      socket.destroy();
      return;
    }
    this.leave();
    freeParser(this, req, socket);
    // The stream is as new: nobody listens, so that nothing flows.
    socket.readableFlowing = null;
    server.emit(event, req, socket, head);
  }

  onFault(error) {
    this.endIdle();
    failConnection(this.socket, error);
  }

  onEnd() {
    const { server, socket } = this;
    const error = this.finish();
    if (error !== undefined) {
      failConnection(socket, error);
    } else if (!server.httpAllowHalfOpen) {
      socket.end();
    } else if (!this.outgoing.isEmpty) {
      this.outgoing.last()._last = true;
    } else if (socket._httpMessage) {
      socket._httpMessage._last = true;
    } else {
      socket.end();
    }
  }

  onClose() {
    const { socket, server } = this;
    server[kParsers].delete(this);
    clearTimeout(this.idleTimer);
    freeParser(this, null, socket);
    const { first } = this;
    this.first = null;
    first?.destroy(connResetException('aborted'));
    for (const req of this.later.takeAll()) req.destroy(connResetException('aborted'));
    if (socket._httpMessage) emitClose(socket._httpMessage);
  }

  // Answers that are still due go out on the socket all the same.
  reset() {
    this.incoming = null;
  }

  /** Takes everything off the socket, which is somebody else's from now on. */
  leave() {
    const { socket, server, listeners } = this;
    server[kParsers].delete(this);
    clearTimeout(this.idleTimer);
    for (const event of Object.keys(listeners)) socket.removeListener(event, listeners[event]);
    socket.removeListener('error', onSocketError);
    this.unconsume();
    for (const name of ['on', 'addListener', 'prependListener', 'setEncoding']) delete socket[name];
  }
}

/** So that a request can be collected while its connection lives. */
function forgetWhenEnded(connection, req) {
  if (req.readableEnded) connection.incoming = null;
  else req.on('end', () => {
    if (connection.incoming === req) connection.incoming = null;
  });
}

function onTimeout() {
  const req = this.parser?.incoming;
  const heard = [req && !req.complete && req.emit('timeout', this), this._httpMessage?.emit('timeout', this)];
  const heardByServer = this.server.emit('timeout', this);
  if (!heard[0] && !heard[1] && !heardByServer) this.destroy();
}

module.exports = { Connection, onTimeout };
