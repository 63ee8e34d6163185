'use strict';

const context = require('internal/async_context');

// What happened to a handle, as the natives number it.
const READ = 0;
const CONNECTED = 1;
const ACCEPTED = 2;
const WRITTEN = 3;
const SHUT_DOWN = 4;

const { ECANCELED } = native.errnos;

const IPV6_ONLY = 1;
const REUSE_PORT = 2;

native.start((object, event, status, value) => {
  // A connection that has done nothing so far has no handle yet.
  const handle = object.isHandle ? object : object._handle;
  // One native callback serves all handles; each has the async context that it was made in.
  if (context.state.active) context.enter(handle.frame);
  switch (event) {
    case READ:
      if (status > 0) handle.bytesRead += status;
      handle.onread(status, value);
      return;
    case ACCEPTED:
      if (status === 0 && handle.onaccept !== undefined) handle.onaccept(value);
      else handle.onconnection(status, status === 0 ? new handle.constructor(value) : undefined);
      return;
    case WRITTEN:
      handle.nextWrite()(status);
      return;
    case CONNECTED:
      settle(handle, 'whenConnected', status);
      return;
    case SHUT_DOWN:
      settle(handle, 'whenShutDown', status);
      return;
    default:
      closed(handle);
  }
});

function settle(handle, which, status) {
  const callback = handle[which];
  handle[which] = undefined;
  callback?.(status);
}

function closed(handle) {
  settle(handle, 'whenConnected', ECANCELED);
  while (handle.writes !== undefined) handle.nextWrite()(ECANCELED);
  settle(handle, 'whenShutDown', ECANCELED);
  settle(handle, 'whenClosed', 0);
}

/** A connection or a listener of the system's. Most fields stay as the prototype has them: an idle one costs little. */
class Handle {
  constructor(id) {
    if (context.state.active) this.frame = context.capture();
    if (id === undefined) {
      this.id = native.create(this);
    } else {
      this.id = id;
      native.adopt(id, this);
    }
  }

  get fd() { return native.fd(this.id); }

  /** Bytes that were given to `write` and that the system has not taken yet. */
  get writeQueueSize() { return this.writes === undefined ? 0 : native.queued(this.id); }

  readStart() { return native.readStart(this.id); }

  readStop() { return native.readStop(this.id); }

  /** One read takes at most this many bytes from now on; 0 ends that. */
  setReadLimit(bytes) { return native.setReadLimit(this.id, bytes); }

  /** Has the bytes that are read given to a native sink from now on; undefined ends that. */
  setSink(sink) { return native.setSink(this.id, sink); }

  /**
   * 1: all is written. 0: it will be, and then `done(status)` is called. Negative: the errno of what went wrong.
   */
  write(bytes, done) {
    const status = native.write(this.id, bytes);
    if (status >= 0) this.bytesWritten += bytes.byteLength;
    if (status === 0) this.queue(done);
    return status;
  }

  /** The same of a text that is not empty, in UTF-8. */
  writeText(text, done) {
    const count = native.writeText(this.id, text);
    if (count > 0) {
      this.bytesWritten += count;
      return 1;
    }
    if (count === 0) {
      this.bytesWritten += require('node/buffer').Buffer.byteLength(text);
      this.queue(done);
    }
    return count;
  }

  /** As writeText, behind a head that ends with `Content-Length: `: the length and an empty line come between. */
  writeCounted(head, text, done) {
    const count = native.writeCounted(this.id, head, text);
    if (count > 0) {
      this.bytesWritten += count;
      return 1;
    }
    if (count === 0) {
      this.bytesWritten += head.length + require('node/buffer').Buffer.byteLength(text) + 6;
      this.queue(done);
    }
    return count;
  }

  /** As write, with a text in Latin-1 before the bytes. */
  writeWithHead(head, bytes, done) {
    const status = native.writeWithHead(this.id, head, bytes);
    if (status >= 0) this.bytesWritten += head.length + bytes.byteLength;
    if (status === 0) this.queue(done);
    return status;
  }

  /** The same with several pieces in one go. */
  writev(parts, done) {
    const status = native.writev(this.id, parts);
    if (status >= 0) {
      for (const part of parts) this.bytesWritten += part.byteLength;
    }
    if (status === 0) this.queue(done);
    return status;
  }

  // Writes are answered in their order. There is hardly ever more than one.
  queue(done) {
    const entry = { done, next: undefined };
    if (this.writes === undefined) this.writes = entry;
    else this.lastWrite.next = entry;
    this.lastWrite = entry;
  }

  nextWrite() {
    const { done, next } = this.writes;
    this.writes = next;
    if (next === undefined) this.lastWrite = undefined;
    return done;
  }

  /** Ends the writable side after what is still to be written; then `done(status)`. */
  shutdown(done) {
    const status = native.shutdown(this.id);
    if (status === 0) this.whenShutDown = done;
    return status;
  }

  listen(backlog) { return native.listen(this.id, backlog); }

  /** Gives it back to the system at once; `done()` is called after this turn's immediates. */
  close(done) { this.end(done, false); }

  end(done, resets) {
    if (this.closing) return 0;
    const status = native.close(this.id, resets);
    if (status !== 0) return status;
    this.closing = true;
    this.whenClosed = done;
    return 0;
  }

  ref() {
    this.unreferenced = false;
    native.setRef(this.id, true);
  }

  unref() {
    this.unreferenced = true;
    native.setRef(this.id, false);
  }

  hasRef() { return !this.unreferenced && !this.closing; }

  getAsyncId() { return this.id; }
}

Object.assign(Handle.prototype, {
  isHandle: true,
  frame: undefined,
  // Whose connection this is, and whom to tell: `onread(status, arrayBuffer)`, `onconnection(status, handle)`; or
  // `onaccept(id)`, which makes a handle of it when that is needed.
  owner: null,
  onread: () => {},
  onconnection: () => {},
  onaccept: undefined,
  reading: false,
  bytesRead: 0,
  bytesWritten: 0,
  writes: undefined,
  lastWrite: undefined,
  whenConnected: undefined,
  whenShutDown: undefined,
  whenClosed: undefined,
  closing: false,
  unreferenced: false,
});

function shown(found) {
  if (!found) return undefined;
  const [address, port, isIPv6] = found;
  return { address, family: isIPv6 ? 'IPv6' : 'IPv4', port };
}

class TCP extends Handle {
  bind(address, port, { ipv6Only = false, reusePort = false } = {}) {
    const flags = (ipv6Only ? IPV6_ONLY : 0) | (reusePort ? REUSE_PORT : 0);
    return native.tcpBind(this.id, address, port, flags);
  }

  connect(address, port, done) {
    const status = native.tcpConnect(this.id, address, port);
    if (status === 0) this.whenConnected = done;
    return status;
  }

  open(fd) { return native.openFd(this.id, fd); }

  reset(done) { return this.end(done, true); }

  /** `{ address, family, port }`, or undefined. */
  getsockname() { return shown(native.localAddress(this.id)); }

  getpeername() { return shown(native.peerAddress(this.id)); }

  setNoDelay(on) { return native.setNoDelay(this.id, on); }

  setKeepAlive(on, seconds) { return native.setKeepAlive(this.id, on, seconds); }
}

class Pipe extends Handle {
  bind(path) { return native.pipeBind(this.id, path); }

  connect(path, done) {
    const status = native.pipeConnect(this.id, path);
    if (status === 0) this.whenConnected = done;
    return status;
  }

  open(fd) { return native.openFd(this.id, fd); }

  /** 1: everybody may read from it. 2: everybody may write to it. */
  fchmod(mode) { return native.pipeChmod(this.id, mode); }
}

/** Has an accepted connection belong to an object that makes a handle of it later: its `_handle`. */
function keep(id, object, reads) {
  native.adopt(id, object);
  if (reads) native.readStart(id);
}

module.exports = { keep, TCP, Pipe, errnos: native.errnos, guessFd: native.guessFd, addressOf: native.addressOf };
