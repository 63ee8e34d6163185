'use strict';

const context = require('internal/async_context');

const { Buffer } = require('node/buffer');
const { FastBuffer } = require('node/buffer/fast_buffer');

// What happened to a socket, as the natives number it.
const RECEIVED = 0;
const SENT = 1;

const IPV6_ONLY = 1;
const REUSE_ADDRESS = 4;
const REUSE_PORT = 8;

const shown = (found) => found && { address: found[0], family: found[2] ? 'IPv6' : 'IPv4', port: found[1] };

native.start((handle, event, status, bytes, from) => {
  // One native callback serves all sockets; each has the async context that it was made in.
  if (context.state.active) context.enter(handle.frame);
  if (event === RECEIVED) {
    handle.onmessage(status, bytes && new FastBuffer(bytes), shown(from));
  } else if (event === SENT) {
    const { done, next } = handle.waiting;
    handle.waiting = next;
    done(status);
  }
});

/** A UDP socket of the system's, which there is once it is bound. */
class UDP {
  constructor() {
    this.id = native.create(this);
    if (context.state.active) this.frame = context.capture();
    this.owner = null;
    this.onmessage = () => {};
    this.waiting = undefined;
    this.lastWaiting = undefined;
    this.isClosed = false;
  }

  get fd() { return native.fd(this.id); }

  bind(address, port, { ipv6Only = false, reuseAddr = false, reusePort = false } = {}) {
    const flags = (ipv6Only ? IPV6_ONLY : 0) | (reuseAddr ? REUSE_ADDRESS : 0) | (reusePort ? REUSE_PORT : 0);
    return native.bind(this.id, address, port, flags);
  }

  open(fd) { return native.openFd(this.id, fd); }

  connect(address, port) { return native.connect(this.id, address, port); }

  disconnect() { return native.disconnect(this.id); }

  recvStart() { return native.receive(this.id, true); }

  recvStop() { return native.receive(this.id, false); }

  /** The size plus one: it is sent. 0: it will be, and then `done(status)` is called. Negative: an errno. */
  send(list, address, port, done) {
    const status = native.send(this.id, list.map(bytesOf), address, port);
    if (status === 0) this.wait(done);
    return status;
  }

  // Datagrams go in their order.
  wait(done) {
    const entry = { done, next: undefined };
    if (this.waiting === undefined) this.waiting = entry;
    else this.lastWaiting.next = entry;
    this.lastWaiting = entry;
  }

  getsockname() { return shown(native.localAddress(this.id)); }

  getpeername() { return shown(native.peerAddress(this.id)); }

  /** `[bytes, datagrams]` that the system has not taken yet. */
  queued() { return native.queued(this.id); }

  /** Sets the size if it is not 0, and answers what it is; or a negative errno. */
  bufferSize(size, isReceive) { return native.bufferSize(this.id, size, isReceive); }

  setBroadcast(on) { return native.setBroadcast(this.id, on); }

  setTTL(ttl) { return native.setTTL(this.id, ttl >>> 0); }

  setMulticastTTL(ttl) { return native.setMulticastTTL(this.id, ttl >>> 0); }

  setMulticastLoopback(on) { return native.setMulticastLoopback(this.id, on); }

  setMulticastInterface(address) { return native.setMulticastInterface(this.id, address); }

  setMembership(group, face, joins) { return native.setMembership(this.id, group, face, joins); }

  setSourceMembership(source, group, face, joins) {
    return native.setSourceMembership(this.id, source, group, face, joins);
  }

  close() {
    this.isClosed = true;
    native.close(this.id);
  }

  ref() { native.setRef(this.id, true); }

  unref() { native.setRef(this.id, false); }

  getAsyncId() { return this.id; }
}

const bytesOf = (view) => (view instanceof Uint8Array ? view : Buffer.from(view.buffer, view.byteOffset, view.byteLength));

module.exports = { UDP };
