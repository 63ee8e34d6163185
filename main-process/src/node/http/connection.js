'use strict';

const { nextTick } = require('internal/task_queues');
const { connResetException } = require('./reset');
const { Timeout, clearTimeout } = require('internal/timers');
const EventEmitter = require('node/events');
const { whenWritten } = require('./direct');
const { kMessageClass, kResponseClass, kOptions, kParsers } = require('./server_options');
const { IncomingMessage, Request, readStop } = require('./incoming');
const { Answer, emitClose } = require('./response');
const { kNeedDrain, finishNow } = require('./outgoing_body');
const { kUniqueHeaders } = require('./outgoing_headers');
const { failConnection, onSocketError } = require('./connection_error');
const channels = require('./diagnostics');
const parsing = require('./parser');

const { continueExpression, freeParser, methods, HTTPParser, KEEP_ALIVE, UPGRADE, COMPLETE, MINOR, HOST, EXPECT, NORMAL, UPGRADED } = parsing;


// A client that keeps to the timeout it was told must not find the connection closed: it is kept a little longer.
const LATENESS = 1000;

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
    this.later = [];
    this.outgoing = [];
    this.outgoingData = 0;
    this.requestsCount = 0;
    // The answer whose request is being told of; the same if it is over by the time the listener returns.
    this.handling = null;
    this.ended = null;
    this.hasIdleTimeout = false;
    this.idleSince = -1;
    this.idleTimer = null;
    this.listeners = null;
    this.written = whenWritten(socket);
  }

  /** The head of a request: the native half goes on as the answer says. */
  onRequest(flags, method, url, lines) {
    const { server, socket } = this;
    const isDone = (flags & COMPLETE) !== 0;
    let req;
    if (server[kMessageClass] === IncomingMessage) req = new Request(socket, methods[method], url, lines, flags, isDone);
    else req = this.makeRequest(methods[method], url, lines, flags);
    if ((flags & UPGRADE) !== 0 || this.maxHeaderPairs !== 2000 || server.joinDuplicateHeaders || socket.timeout) {
      if (this.notice(req, flags) === UPGRADED) return UPGRADED;
    }
    if (!isDone) this.incoming = req;
    if (this.idleSince !== -1 || this.hasIdleTimeout) this.endIdle();
    if (this.first === null) this.first = req;
    else this.later.push(req);
    if (socket._writableState.needDrain || (this.outgoingData > 0 && this.outgoingData >= socket.writableHighWaterMark)) {
      this.pauseFlood();
    }
    const res = this.answer(req, flags);
    if (channels.requestStart._subscribers !== undefined || channels.responseCreated._subscribers !== undefined) this.publishStart(req, res);
    this.handling = res;
    try {
      if ((flags & (EXPECT | HOST | MINOR)) !== (HOST | MINOR) || server.maxRequestsPerSocket > 0) this.handleSpecial(req, res, flags);
      else emitRequest(server, req, res);
    } finally {
      this.handling = null;
      if (this.ended !== null) this.finishHandled();
    }
    return NORMAL;
  }

  publishStart(request, response) {
    const { server, socket } = this;
    channels.responseCreated.publish({ request, response });
    channels.requestStart.publish({ request, response, socket, server });
  }

  makeRequest(method, url, lines, flags) {
    const req = new this.server[kMessageClass](this.socket);
    req.method = method;
    req.url = url;
    req.setHead(lines, flags);
    if ((flags & COMPLETE) !== 0) req.endMessage();
    return req;
  }

  /** What is not so with every request. */
  notice(req, flags) {
    const { server, socket } = this;
    if (server.joinDuplicateHeaders) req.joinDuplicateHeaders = true;
    if (this.maxHeaderPairs !== 2000) req.limitHeaders(this.maxHeaderPairs);
    if (socket.timeout && this.consumed !== null) socket._unrefTimer();
    if ((flags & UPGRADE) === 0 || (req.method !== 'CONNECT' && server.listenerCount('upgrade') === 0)) return NORMAL;
    this.endIdle();
    req.upgrade = true;
    this.incoming = req;
    if ((flags & COMPLETE) !== 0) req.endMessage();
    return UPGRADED;
  }

  answer(req, flags) {
    const { server, socket } = this;
    const options = server[kOptions].response;
    const isFirst = !socket._httpMessage;
    let res;
    if (options === undefined) res = new Answer(req, this);
    else res = new server[kResponseClass](req, options);
    if (options !== undefined || (flags & MINOR) === 0) res.adopt(req, this);
    if (server.maxRequestsPerSocket) res._maxRequestsPerSocket = server.maxRequestsPerSocket;
    if ((flags & KEEP_ALIVE) === 0) res.shouldKeepAlive = false;
    if (req.method === 'HEAD') res._hasBody = false;
    if (server[kUniqueHeaders] !== null) res[kUniqueHeaders] = server[kUniqueHeaders];
    if (!isFirst) {
      this.outgoing.push(res);
      res._onPendingData = (delta) => this.updateOutgoing(delta);
    } else if (res._events === undefined) {
      socket._httpMessage = res;
    } else {
      res.assignSocket(socket);
    }
    return res;
  }

  /** An answer was over before its listener returned. If nobody wants to hear of that, it need not wait for a tick. */
  finishHandled() {
    const res = this.ended;
    this.ended = null;
    if (res._events === undefined) this.onResponseEnd(res);
    else nextTick(finishNow, res);
  }

  /** What not every request asks for. */
  handleSpecial(req, res, flags) {
    const { server, socket } = this;
    if ((flags & MINOR) === 0) {
      emitRequest(server, req, res);
      return;
    }
    if ((flags & HOST) === 0 && server[kOptions].requireHostHeader) {
      res.writeHead(400, ['Connection', 'close']);
      res.end();
      return;
    }
    const most = server.maxRequestsPerSocket;
    if (typeof most === 'number' && most > 0) {
      this.requestsCount++;
      res.maxRequestsOnConnectionReached = most <= this.requestsCount;
      if (most < this.requestsCount) {
        server.emit('dropRequest', req, socket);
        res.writeHead(503);
        res.end();
        return;
      }
    }
    if ((flags & EXPECT) === 0) emitRequest(server, req, res);
    else this.handleExpectation(req, res);
  }

  handleExpectation(req, res) {
    const { server } = this;
    if (continueExpression.test(req.headers.expect)) {
      res._expect_continue = true;
      if (server.listenerCount('checkContinue') > 0) {
        server.emit('checkContinue', req, res);
      } else {
        res.writeContinue();
        server.emit('request', req, res);
      }
    } else if (server.listenerCount('checkExpectation') > 0) {
      server.emit('checkExpectation', req, res);
    } else {
      res.writeHead(417);
      res.end();
    }
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
    if (socket === null) return;
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
    // The connection may have been lost meanwhile.
    if (socket === null) return;
    const { req } = res;
    const isLast = res._last;
    if (channels.responseFinish._subscribers !== undefined) channels.responseFinish.publish({ request: req, response: res, socket, server });
    this.first = this.later.length === 0 ? null : this.later.shift();
    req.finishUnread();
    socket._httpMessage = null;
    if (res._events === undefined) res.close();
    else this.detach(res);
    if (this.incoming === req) forgetWhenEnded(this, req);
    if (isLast) {
      if (typeof socket.destroySoon === 'function') socket.destroySoon();
      else socket.end();
    } else if (this.outgoing.length > 0) {
      this.outgoing.shift().assignSocket(socket);
    } else if (server.keepAliveTimeout) {
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
    } else if (this.outgoing.length > 0) {
      this.outgoing.at(-1)._last = true;
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
    const waiting = this.first === null ? [] : [this.first, ...this.later];
    this.first = null;
    this.later = [];
    for (const req of waiting) req.destroy(connResetException('aborted'));
    if (socket._httpMessage) emitClose(socket._httpMessage);
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

function emitRequest(server, req, res) {
  // The one listener that nearly every server has is called as emit would.
  const listener = server._events.request;
  if (typeof listener === 'function' && server.emit === EventEmitter.prototype.emit && !server[kCapture]) {
    listener.call(server, req, res);
  } else {
    server.emit('request', req, res);
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
