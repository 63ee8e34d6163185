'use strict';

const { nextTick } = require('internal/task_queues');
const { IncomingMessage, readStop } = require('./incoming');
const { kNeedDrain, none } = require('./outgoing_body');
const { connResetException } = require('./reset');
const { channels } = require('./diagnostics');
const parsing = require('./parser');

const { HTTPParser, freeParser, isLenient, openParser, COMPLETE, KEEP_ALIVE, NORMAL, NO_BODY, UPGRADE, UPGRADED } = parsing;

const isInformational = (status) => status < 200 && status >= 100 && status !== 101;

const listeners = { error: onError, data: onData, end: onEnd, close: onClose, drain: onDrain };

/** Gives a request its connection, and the connection a parser for what comes back. */
function attachSocket(req, socket) {
  const lenient = req.insecureHTTPParser ?? isLenient();
  const parser = openParser(HTTPParser.RESPONSE, { limit: req.maxHeaderSize, lenient });
  parser.socket = socket;
  parser.outgoing = req;
  if (typeof req.maxHeadersCount === 'number') parser.maxHeaderPairs = req.maxHeadersCount << 1;
  parser.onIncoming = onHead;
  parser.joinDuplicateHeaders = req.joinDuplicateHeaders;
  parser.onUpgraded = onUpgraded;
  parser.onFault = onFault;
  parser.onBackPressure = (message) => readStop(message.socket);
  req.socket = socket;
  req.parser = parser;
  socket.parser = parser;
  socket._httpMessage = req;
  for (const event of Object.keys(listeners)) socket.on(event, listeners[event]);
  if (req.timeout !== undefined || req.agent?.options?.timeout) listenForTimeout(req);
  if (req.asyncFrame !== undefined && socket._handle) socket._handle.frame = req.asyncFrame;
  req.emit('socket', socket);
}

function stopListening(socket, events) {
  for (const event of events) socket.removeListener(event, listeners[event]);
}

function emitRequestTimeout() {
  this._httpMessage?.emit('timeout');
}

function emitResponseTimeout() {
  this._httpMessage?.res?.emit('timeout');
}

function listenForTimeout(req) {
  if (req.timeoutCb) return;
  req.timeoutCb = emitRequestTimeout;
  if (req.socket) req.socket.once('timeout', emitRequestTimeout);
  else req.on('socket', (socket) => socket.once('timeout', emitRequestTimeout));
}

function onDrain() {
  const req = this._httpMessage;
  if (!req || req.finished || !req[kNeedDrain]) return;
  req[kNeedDrain] = false;
  req.emit('drain');
}

function release(socket, req) {
  const { parser } = socket;
  if (!parser) return;
  parser.finish();
  freeParser(parser, req, socket);
}

function emitError(request, error) {
  if (channels.clientRequestError.hasSubscribers) channels.clientRequestError.publish({ request, error });
  request.emit('error', error);
}

/** The first error of a connection is the request's; what may follow from it is not told. */
function failOnce(req, socket, error) {
  if (socket._hadError) return;
  socket._hadError = true;
  emitError(req, error);
}

function onClose() {
  const req = this._httpMessage;
  // What is still kept has to be parsed before the end is told.
  this.read();
  const { parser } = this;
  const { res } = req;
  req.destroyed = true;
  if (res) {
    if (parser) parser.finish();
    if (!res.complete) res.destroy(connResetException('aborted'));
    req._closed = true;
    req.emit('close');
    if (!res.aborted && res.readable && !res.complete) res.push(null);
  } else {
    failOnce(req, this, connResetException('socket hang up'));
    req._closed = true;
    req.emit('close');
  }
  // Nobody is going to have it.
  req.outputData = none;
  req.outputSize = 0;
  release(this, req);
}

function onError(error) {
  const req = this._httpMessage;
  if (req) {
    this._hadError = true;
    emitError(req, error);
  }
  release(this, req);
  stopListening(this, ['data', 'end']);
  this.destroy();
}

function onEnd() {
  const req = this._httpMessage;
  if (!req.res) failOnce(req, this, connResetException('socket hang up'));
  release(this, req);
  this.end();
}

function onData(bytes) {
  const { parser } = this;
  const req = this._httpMessage;
  parser.execute(bytes);
  const { incoming } = parser;
  if (this.parser !== parser || !incoming?.complete || isInformational(incoming.statusCode)) return;
  stopListening(this, ['data', 'end', 'drain']);
  freeParser(parser, req, this);
}

function onFault(error) {
  const { socket } = this;
  const req = socket._httpMessage;
  freeParser(this, req, socket);
  stopListening(socket, ['data', 'end']);
  socket.destroy();
  socket._hadError = true;
  emitError(req, error);
}

function onUpgraded(head) {
  const { socket, incoming: res } = this;
  const req = socket._httpMessage;
  req.res = res;
  if (!res.complete) res.endMessage();
  stopListening(socket, ['data', 'end', 'drain']);
  if (req.timeoutCb) socket.removeListener('timeout', req.timeoutCb);
  socket.removeListener('timeout', emitResponseTimeout);
  release(socket, req);
  const event = req.method === 'CONNECT' ? 'connect' : 'upgrade';
  if (req.listenerCount(event) === 0) {
    socket.destroy();
    return;
  }
  req.upgradeOrConnect = true;
  socket.emit('agentRemove');
  stopListening(socket, ['close', 'error']);
  socket._httpMessage = null;
  // The stream is as new: nobody listens, so that nothing flows.
  socket.readableFlowing = null;
  req.emit(event, res, socket, head);
  req.destroyed = true;
  req._closed = true;
  req.emit('close');
}

function makeResponse(parser, flags, status, reason, lines) {
  const req = parser.outgoing;
  const res = new IncomingMessage(parser.socket);
  res.statusCode = status;
  res.statusMessage = reason;
  if (req.joinDuplicateHeaders) res.joinDuplicateHeaders = true;
  res.setHead(lines, flags);
  res.upgrade = (flags & UPGRADE) !== 0;
  if (parser.maxHeaderPairs !== 2000) res.limitHeaders(parser.maxHeaderPairs);
  parser.incoming = res;
  return res;
}

/** The head of a response: the parser goes on as the answer says. `this` is the parser. */
function onHead(flags, status, reason, lines) {
  const { socket } = this;
  const req = socket._httpMessage;
  const res = makeResponse(this, flags, status, reason, lines);
  if (req.res) {
    // A second answer to one request.
    socket.destroy();
    return NORMAL;
  }
  if (res.upgrade || req.method === 'CONNECT') {
    res.upgrade = true;
    req.res = res;
    return UPGRADED;
  }
  if (isInformational(status)) {
    tellInformation(req, res);
    if ((flags & COMPLETE) !== 0) res.complete = true;
    return NO_BODY;
  }
  if (req.shouldKeepAlive && (flags & KEEP_ALIVE) === 0 && !req.upgradeOrConnect) req.shouldKeepAlive = false;
  req.res = res;
  res.req = req;
  const hasNoBody = req.method === 'HEAD' || status === 304;
  const isComplete = (flags & COMPLETE) !== 0;
  res.on('end', onResponseEnd);
  req.on('finish', onRequestFinish);
  socket.on('timeout', emitResponseTimeout);
  if (isComplete) res.endMessage();
  if (channels.clientResponseFinish.hasSubscribers) channels.clientResponseFinish.publish({ request: req, response: res });
  // What nobody hears of nobody can read, and it must not stay in the way.
  if (req.aborted || !req.emit('response', res)) res._dump();
  return hasNoBody ? NO_BODY : NORMAL;
}

function tellInformation(req, res) {
  const { statusCode, statusMessage, httpVersion, httpVersionMajor, httpVersionMinor, headers, rawHeaders } = res;
  if (statusCode === 100) req.emit('continue');
  req.emit('information', { statusCode, statusMessage, httpVersion, httpVersionMajor, httpVersionMinor, headers, rawHeaders });
}

function onResponseEnd() {
  const { req } = this;
  const { socket } = req;
  if (socket) {
    if (req.timeoutCb) socket.removeListener('timeout', emitRequestTimeout);
    socket.removeListener('timeout', emitResponseTimeout);
  }
  req._ended = true;
  if (!req.shouldKeepAlive) {
    if (socket.writable) {
      if (typeof socket.destroySoon === 'function') socket.destroySoon();
      else socket.end();
    }
  } else if (req.writableFinished && !this.aborted) {
    keepConnection(req);
  }
}

function onRequestFinish() {
  if (this.shouldKeepAlive && this._ended) keepConnection(this);
}

/** Request and answer are over, the connection is not. */
function keepConnection(req) {
  const { socket } = req;
  if (req.timeoutCb) {
    socket.setTimeout(0, req.timeoutCb);
    req.timeoutCb = null;
  }
  stopListening(socket, ['close', 'error', 'data', 'end', 'drain']);
  // Those who hear of the answer's end come first.
  nextTick(emitFree, req);
  req.destroyed = true;
  // Who destroys the answer later must not destroy the next one's connection.
  if (req.res) req.res.socket = null;
}

function emitFree(req) {
  req._closed = true;
  req.emit('close');
  req.socket?.emit('free');
}

module.exports = { attachSocket, emitError, listenForTimeout };
