'use strict';

const { errnoException } = require('internal/errors');

/** Whether the socket is one of ours with nothing waiting, so that its handle may be written to past its queue. */
function takesDirectWrites(socket) {
  const handle = socket._handle;
  if (handle === null || handle === undefined || handle.writeWithHead === undefined) return false;
  const state = socket._writableState;
  return state.length === 0 && state.corked === 0 && !state.ending && !state.destroyed && !state.errored &&
    !socket.connecting && !Object.hasOwn(socket, 'write');
}

function send(handle, head, body, done) {
  return typeof body === 'string' ? handle.writeText(head + body, done) : handle.writeWithHead(head, body, done);
}

/** What to call when the system has taken the last of a socket's message. */
function whenWritten(socket) {
  return (outcome) => {
    if (outcome < 0) {
      if (!socket.destroyed) socket.destroy(errnoException(outcome, 'write'));
    } else if (socket._httpMessage) {
      finishNow(socket._httpMessage);
    }
  };
}

/** 'finish' is told, and with it the socket given to the next message. */
function finishNow(message) {
  if (!message.socket?._hadError) message.emitFinish();
}

/**
 * Writes to the handle of a socket that takes it: what the system does not take now, the handle keeps. True if nothing
 * is left; else `done` is called when nothing is.
 */
function writeNow(socket, head, body, done) {
  const status = send(socket._handle, head, body, done);
  if (socket.timeout) socket._unrefTimer();
  if (status < 0) socket.destroy(errnoException(status, 'write'));
  return status === 1;
}

module.exports = { takesDirectWrites, writeNow, whenWritten, finishNow };
