'use strict';

const { TCP, Pipe, errnos } = require('node/net/handle');
const { Buffer } = require('node/buffer');
const { nextTick } = require('internal/task_queues');
const { sslError } = require('./errors');

// What is new, as the natives say.
const PLAIN = 1;
const CIPHER = 2;
const SECURE = 4;
const HELLO = 8;
const CLOSED = 16;
const FAILED = 32;
const SESSION = 64;
const LOG = 128;
const STAPLED = 256;

const LARGEST_RECORD = 16384;
const none = () => {};

/**
 * What a TLS socket has in place of a connection's handle. It has a handle's methods, and another handle inside, which
 * carries the enciphered bytes. Whoever made it is told of what happens through the `on...` functions.
 */
class TLSHandle {
  constructor(inner) {
    this.inner = inner;
    this.session = undefined;
    // Writes that wait for the handshake.
    this.waiting = [];
    this.held = [];
    inner.onread = (status, arrayBuffer) => this.received(status, arrayBuffer);
  }

  /** Begins a handshake with a connection of the natives'. */
  start(connection) {
    this.connection = connection;
    this.inner.readStart();
    this.tell(native.news(connection));
  }

  received(status, arrayBuffer) {
    if (this.connection === undefined || this.closing) return;
    if (status <= 0) {
      this.ended(status);
      return;
    }
    this.feed(new Uint8Array(arrayBuffer));
  }

  feed(bytes) {
    this.tell(native.feed(this.connection, bytes));
  }

  ended(status) {
    if (this.sawEnd) return;
    this.sawEnd = true;
    if (status !== errnos.EOF || !this.failed) this.deliver(status, undefined);
  }

  /** Tells of what is new. A listener may close everything, after which nothing is told. */
  tell(news) {
    const { connection } = this;
    if (news & LOG) {
      for (const line of native.takeLog(connection)) this.onkeylog(Buffer.from(line));
    }
    if (news & STAPLED) this.onstapled(native.takeStapled(connection));
    // An older session is there as soon as the connection is secure.
    if (news & SESSION) {
      for (const id of native.takeSessions(connection)) this.onsession(id);
    }
    // Who turns a peer away does so before the peer hears that all is well.
    if (news & SECURE && !this.closing) this.becomeSecure();
    if (this.closing) return;
    if (news & CIPHER) this.send(none);
    if (news & HELLO && !this.closing) this.greet();
    if (news & PLAIN && !this.closing) {
      const bytes = native.plain(connection);
      this.bytesRead += bytes.length;
      if (this.limit === 0 || bytes.length <= this.limit) this.deliver(bytes.length, bytes.buffer);
      else this.deliverPieces(bytes);
    }
    if (news & FAILED && !this.closing) this.fail();
    else if (news & CLOSED && !this.closing) this.ended(errnos.EOF);
  }

  greet() {
    if (this.greeted) return;
    this.greeted = true;
    this.onhello(native.hello(this.connection));
  }

  becomeSecure() {
    this.secure = true;
    this.onsecure();
    if (this.closing) return;
    const { waiting } = this;
    this.waiting = [];
    for (const act of waiting) act();
    if (!this.reading && !this.closing) this.inner.readStop();
  }

  fail() {
    if (this.failed) return;
    this.failed = true;
    this.onerror(sslError(native.failure(this.connection)));
    this.giveUp();
  }

  giveUp() {
    const { waiting } = this;
    this.waiting = [];
    for (const act of waiting) act();
  }

  deliver(status, arrayBuffer) {
    if (this.reading || status < 0 && this.held.length === 0) this.onread(status, arrayBuffer);
    else this.held.push([status, arrayBuffer]);
  }

  /** For who has room for so much at a time only. */
  setReadLimit(limit) {
    this.limit = limit;
  }

  deliverPieces(bytes) {
    for (let from = 0; from < bytes.length && !this.closing;) {
      const piece = bytes.slice(from, from + this.limit);
      from += piece.length;
      this.deliver(piece.length, piece.buffer);
    }
  }

  readStart() {
    this.reading = true;
    while (this.held.length > 0 && this.reading && !this.closing) {
      const [status, arrayBuffer] = this.held.splice(0, 1)[0];
      this.onread(status, arrayBuffer);
    }
    if (this.reading && !this.closing && this.connection !== undefined) return this.inner.readStart();
    return 0;
  }

  readStop() {
    this.reading = false;
    return this.secure ? this.inner.readStop() : 0;
  }

  /** Sends what is enciphered; answers as handles do. */
  send(done) {
    const bytes = native.cipher(this.connection);
    return bytes.length === 0 ? 1 : this.inner.write(bytes, done);
  }

  write(bytes, done) {
    return this.writev([bytes], done);
  }

  writev(parts, done) {
    if (!this.secure) {
      if (this.connection === undefined) this.onneeded();
      this.waiting.push(() => {
        const status = this.closing || this.failed ? errnos.ECANCELED : this.writeNow(parts, done);
        if (status < 0) done(status);
      });
      return 0;
    }
    return this.failed ? errnos.EPIPE : this.writeNow(parts, done);
  }

  writeNow(parts, done) {
    let size = 0;
    for (const part of parts) {
      size += part.byteLength;
      native.write(this.connection, viewOf(part), this.fragment);
    }
    this.bytesWritten += size;
    this.pending += size;
    const settle = (status) => {
      this.pending -= size;
      done(status);
    };
    const status = this.send(settle);
    // What comes meanwhile goes together then, in fewer records.
    if (status === 1) nextTick(settle, 0);
    else if (status < 0) this.pending -= size;
    return Math.min(status, 0);
  }

  get writeQueueSize() { return this.pending + this.inner.writeQueueSize; }

  verifyError() { return this.owner._verifyError(); }

  shutdown(done) {
    if (this.secure || this.failed || this.sawEnd || this.connection === undefined) return this.shutdownNow(done);
    this.waiting.push(() => {
      const status = this.closing ? errnos.ECANCELED : this.shutdownNow(done);
      if (status !== 0) done(status);
    });
    return 0;
  }

  shutdownNow(done) {
    if (this.connection !== undefined) {
      native.close(this.connection);
      this.send(none);
    }
    return this.inner.shutdown(done);
  }

  close(done = none) {
    if (this.closing) return;
    this.closing = true;
    this.held = [];
    const { parent, inner } = this;
    inner.onread = none;
    const settle = () => {
      this.giveUp();
      this.onclosed();
      done();
    };
    if (parent === undefined || parent === null) {
      inner.close(settle);
    } else if (parent.destroyed && parent._handle === null) {
      // It went first; its handle is closing already.
      setImmediate(settle);
    } else {
      parent.once('close', settle);
      parent.destroy();
    }
  }

  reset(done) {
    this.close(done);
    return 0;
  }

  get fd() { return this.inner.fd ?? -1; }

  getAsyncId() { return this.inner.getAsyncId?.() ?? -1; }
}

const viewOf = (part) => (part instanceof Uint8Array ? part : new Uint8Array(part.buffer, part.byteOffset, part.byteLength));

Object.assign(TLSHandle.prototype, {
  owner: null,
  parent: undefined,
  connection: undefined,
  onread: none,
  onsecure: none,
  onhello: none,
  onerror: none,
  onsession: none,
  onkeylog: none,
  onstapled: none,
  onclosed: none,
  reading: false,
  closing: false,
  secure: false,
  failed: false,
  greeted: false,
  sawEnd: false,
  bytesRead: 0,
  bytesWritten: 0,
  onneeded: none,
  pending: 0,
  limit: 0,
  fragment: LARGEST_RECORD,
});

// What the handle inside answers for both, if it can.
for (const name of [
  'ref', 'unref', 'hasRef', 'open', 'bind', 'connect', 'getsockname', 'getpeername', 'setNoDelay', 'setKeepAlive',
]) {
  TLSHandle.prototype[name] = function(...args) {
    return this.inner[name]?.(...args);
  };
}

const newHandle = (isPipe) => new TLSHandle(isPipe ? new Pipe() : new TCP());

module.exports = { TLSHandle, newHandle, errnos };
