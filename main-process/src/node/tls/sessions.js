'use strict';

const { Buffer } = require('node/buffer');

/** Sessions stay in the process: what scripts keep and give back is a number, marked as one of ours. */
const MARK = Buffer.from('kaon-tls-session');
const LENGTH = MARK.length + 8;

function encode(id) {
  const bytes = Buffer.alloc(LENGTH);
  MARK.copy(bytes);
  bytes.writeBigUInt64BE(BigInt(id), MARK.length);
  return bytes;
}

/** Undefined for what is no session of this process. */
function decode(bytes) {
  if (typeof bytes === 'string') bytes = Buffer.from(bytes, 'latin1');
  if (!ArrayBuffer.isView(bytes) || bytes.byteLength !== LENGTH) return undefined;
  const own = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return own.subarray(0, MARK.length).equals(MARK) ? Number(own.readBigUInt64BE(MARK.length)) : undefined;
}

const kOffered = Symbol('offeredSession');
const kLast = Symbol('lastSession');
const kPending = Symbol('pendingSession');
const kVerified = Symbol('verified');

function prepare(socket) {
  socket[kOffered] = undefined;
  socket[kLast] = undefined;
  socket[kPending] = null;
  socket[kVerified] = false;
}

function offer(socket, session) {
  socket[kOffered] = session;
}

const idOf = (socket) => decode(socket[kOffered]);

/** A session came; it is told of once the peer is known to be who it should be. */
function take(socket, id) {
  const session = encode(id);
  socket[kLast] = session;
  if (socket[kVerified]) socket.emit('session', session);
  else socket[kPending] = session;
}

function verified(socket) {
  socket[kVerified] = true;
  const session = socket[kPending];
  socket[kPending] = null;
  if (session) socket.emit('session', session);
}

const last = (socket) => socket[kLast] ?? socket[kOffered];

/** What a connection has that was given none: one that nobody can take up. */
const nobody = () => encode(0);

module.exports = { prepare, offer, idOf, take, verified, last, nobody };
