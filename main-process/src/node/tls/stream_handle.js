'use strict';

const { Buffer } = require('node/buffer');
const { codes } = require('internal/errors');
const { errnos } = require('node/net/handle');

/** A stream of scripts' own, seen as a handle: what a TLS socket needs to run over it. */
class StreamHandle {
  constructor(stream) {
    if (typeof stream.pause !== 'function' || typeof stream.write !== 'function') {
      throw new codes.ERR_INVALID_ARG_TYPE('socket', 'Duplex', stream);
    }
    this.stream = stream;
    this.onread = () => {};
    this.onerror = () => {};
    this.bytesRead = 0;
    this.bytesWritten = 0;
    this.writeQueueSize = 0;
    this.listening = false;
    this.ended = false;
    stream.on('error', (error) => this.onerror(error));
    stream.on('close', () => this.end());
    stream.on('end', () => this.end());
  }

  end() {
    if (this.ended) return;
    this.ended = true;
    this.onread(errnos.EOF, undefined);
  }

  readStart() {
    if (!this.listening) {
      this.listening = true;
      this.stream.on('data', (chunk) => this.take(chunk));
    }
    if (this.stream.isPaused?.()) this.stream.resume();
    return 0;
  }

  take(chunk) {
    // Its own memory, since who reads it takes the whole of it.
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
    const copy = new Uint8Array(bytes);
    this.bytesRead += copy.length;
    if (copy.length > 0) this.onread(copy.length, copy.buffer);
  }

  readStop() {
    if (this.listening) this.stream.pause();
    return 0;
  }

  write(bytes, done) {
    if (this.stream.destroyed || this.stream.writableEnded) return errnos.EPIPE;
    this.bytesWritten += bytes.length;
    this.stream.write(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), (error) => done(error ? errnos.EPIPE : 0));
    return 0;
  }

  shutdown(done) {
    if (this.stream.destroyed || this.stream.writableFinished) return errnos.ENOTCONN;
    this.stream.end((error) => done(error ? errnos.EPIPE : 0));
    return 0;
  }

  close(done) {
    if (this.stream.destroyed) {
      setImmediate(done);
      return;
    }
    this.stream.once('close', () => done());
    this.stream.destroy();
  }

  ref() { this.stream.ref?.(); }

  unref() { this.stream.unref?.(); }

  getsockname() { return this.stream.address?.(); }

  getpeername() {
    const { remoteAddress: address, remotePort: port, remoteFamily: family } = this.stream;
    return address === undefined ? undefined : { address, port, family };
  }

  setNoDelay(on) { this.stream.setNoDelay?.(on); }

  setKeepAlive(on, delay) { this.stream.setKeepAlive?.(on, delay * 1000); }
}

module.exports = { StreamHandle };
