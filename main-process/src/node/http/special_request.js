'use strict';

const { continueExpression, MINOR, HOST, EXPECT } = require('./parser');

/** What is to be done with a request that is of an old version, lacks its host, is one too many or expects something. */
function handleSpecial(connection, req, res, flags) {
  const { server, socket } = connection;
  if ((flags & MINOR) === 0) {
    connection.tell(req, res);
    return;
  }
  if ((flags & HOST) === 0 && connection.requiresHost) {
    res.writeHead(400, ['Connection', 'close']);
    res.end();
    return;
  }
  const most = server.maxRequestsPerSocket;
  if (typeof most === 'number' && most > 0) {
    connection.requestsCount++;
    res.maxRequestsOnConnectionReached = most <= connection.requestsCount;
    if (most < connection.requestsCount) {
      server.emit('dropRequest', req, socket);
      res.writeHead(503);
      res.end();
      return;
    }
  }
  if ((flags & EXPECT) === 0) connection.tell(req, res);
  else handleExpectation(server, req, res);
}

function handleExpectation(server, req, res) {
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

module.exports = { handleSpecial };
