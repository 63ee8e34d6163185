'use strict';

const { EventTarget, DOMException, defineEventHandler } = require('web/events');
const { MessageEvent } = require('web/message_channel');
const { Event } = require('web/events');
const { CloseEvent } = require('./close_event');
const { connect } = require('./handshake');
const { readProtocols, readUrl } = require('./arguments');

const CONNECTING = 0;
const OPEN = 1;
const CLOSING = 2;
const CLOSED = 3;

const ABNORMAL = 1006;
const MAX_REASON = 123;
/** One message, in bytes. */
const MAX_MESSAGE = 1024 * 1024 * 1024;
/** How long the other side may take to close the connection, in milliseconds. */
const PATIENCE = 3000;

/** See https://websockets.spec.whatwg.org and https://nodejs.org/docs/latest-v22.x/api/globals.html#websocket */
class WebSocket extends EventTarget {
  #url;
  #state = CONNECTING;
  #protocol = '';
  #binaryType = 'blob';
  #buffered = 0;
  #request = null;
  #socket = null;
  #frames = null;
  #close = { code: ABNORMAL, reason: '', clean: false };
  /** Messages go out in the order they were given, also behind a Blob that is still being read. */
  #outgoing = null;

  constructor(url, protocols = []) {
    super();
    const options = readProtocols(protocols);
    this.#url = readUrl(url);
    this.#request = connect(this.#url, options, {
      opened: (socket, head, protocol) => this.#open(socket, head, protocol),
      failed: (error) => this.#fail(error),
    });
  }

  get url() {
    return this.#url.href;
  }

  get readyState() {
    return this.#state;
  }

  get bufferedAmount() {
    return this.#buffered;
  }

  get extensions() {
    return '';
  }

  get protocol() {
    return this.#protocol;
  }

  get binaryType() {
    return this.#binaryType;
  }

  set binaryType(type) {
    if (type === 'blob' || type === 'arraybuffer') this.#binaryType = type;
  }

  send(data) {
    if (arguments.length === 0) throw new TypeError("WebSocket.send: 1 argument required, but only 0 found.");
    if (this.#state === CONNECTING) throw new DOMException('Sent before connected.', 'InvalidStateError');
    if (require('node/buffer').Blob.prototype.isPrototypeOf(data)) return this.#sendBlob(data);
    const message = messageOf(data);
    if (this.#state !== OPEN) return;
    if (this.#outgoing !== null) {
      this.#buffered += lengthOf(message);
      this.#outgoing = this.#outgoing.then(() => {
        this.#buffered -= lengthOf(message);
        this.#write(message);
      });
    } else this.#write(message);
  }

  close(code, reason) {
    if (code !== undefined) {
      code = Math.min(Math.max(Math.round(Number(code)) || 0, 0), 65535);
      if (code !== 1000 && (code < 3000 || code > 4999)) throw new DOMException('invalid code', 'InvalidAccessError');
    }
    reason = reason === undefined ? '' : String(reason).toWellFormed();
    if (require('node/buffer').Buffer.byteLength(reason) > MAX_REASON) {
      throw new DOMException('Reason must be less than 123 bytes', 'SyntaxError');
    }
    if (this.#state === CONNECTING) {
      this.#state = CLOSING;
      this.#request.destroy();
      this.#fail(new Error('closed before the connection was established'));
    } else if (this.#state === OPEN) {
      this.#state = CLOSING;
      const say = () => {
        this.#frames.close(code ?? (reason === '' ? undefined : 1000), reason);
        this.#flush();
        this.#expectEnd();
      };
      if (this.#outgoing !== null) this.#outgoing.then(say);
      else say();
    }
  }

  #open(socket, head, protocol) {
    if (this.#state !== CONNECTING) return void socket.destroy();
    this.#socket = socket;
    this.#frames = native.connection(MAX_MESSAGE);
    this.#protocol = protocol;
    this.#state = OPEN;
    socket.setTimeout(0);
    socket.setNoDelay(true);
    socket.on('data', (bytes) => this.#read(bytes));
    socket.on('error', () => {});
    socket.on('end', () => socket.end());
    socket.on('close', () => this.#end());
    this.dispatchEvent(new Event('open'));
    if (head.length > 0) this.#read(head);
  }

  #read(bytes) {
    for (const [kind, value, reason] of this.#frames.feed(bytes)) {
      if (kind === 'text') this.#hear(value);
      else if (kind === 'binary') this.#hear(this.#binaryType === 'blob' ? new (require('node/buffer').Blob)([value]) : value.buffer);
      else if (kind === 'close') this.#heardClose(value, reason);
      else if (kind === 'error') {
        this.dispatchEvent(errorEvent(new Error(value)));
        this.#socket.destroy();
      }
    }
    this.#flush();
    if (this.#close.clean) this.#socket.end();
  }

  #hear(data) {
    if (this.#state !== OPEN) return;
    this.dispatchEvent(new MessageEvent('message', { data, origin: this.#url.origin }));
  }

  #heardClose(code, reason) {
    this.#close = { code, reason, clean: true };
    this.#state = CLOSING;
    this.#expectEnd();
  }

  /** The server closes first; one that does not is not waited for. */
  #expectEnd() {
    this.#socket.setTimeout(PATIENCE, () => this.#socket.destroy());
  }

  #sendBlob(blob) {
    if (this.#state !== OPEN) return;
    this.#buffered += blob.size;
    const before = this.#outgoing ?? Promise.resolve();
    const sent = before.then(() => blob.bytes()).then((bytes) => {
      this.#buffered -= blob.size;
      this.#write(bytes);
      if (this.#outgoing === sent) this.#outgoing = null;
    });
    this.#outgoing = sent;
  }

  #write(message) {
    if (this.#socket === null || this.#socket.destroyed) return;
    this.#frames.send(message);
    this.#flush(lengthOf(message));
  }

  #flush(length = 0) {
    const bytes = this.#frames.take();
    if (bytes.length === 0 || this.#socket.destroyed || this.#socket.writableEnded) return;
    this.#buffered += length;
    this.#socket.write(bytes, () => (this.#buffered -= length));
  }

  #fail(error) {
    if (this.#state === CLOSED) return;
    this.#state = CLOSED;
    queueMicrotask(() => {
      this.dispatchEvent(errorEvent(error));
      this.dispatchEvent(new CloseEvent('close', { wasClean: false, code: ABNORMAL, reason: '' }));
    });
  }

  #end() {
    if (this.#state === CLOSED) return;
    this.#state = CLOSED;
    const { code, reason, clean } = this.#close;
    this.dispatchEvent(new CloseEvent('close', { wasClean: clean, code, reason }));
  }
}

const STATES = { CONNECTING, OPEN, CLOSING, CLOSED };
for (const [name, value] of Object.entries(STATES)) {
  for (const owner of [WebSocket, WebSocket.prototype]) Object.defineProperty(owner, name, { value, enumerable: true });
}
for (const name of ['open', 'error', 'close', 'message']) defineEventHandler(WebSocket.prototype, name);
Object.defineProperty(WebSocket.prototype, Symbol.toStringTag, { value: 'WebSocket', configurable: true });

/** What goes into a frame: text, or bytes of its own. */
function messageOf(data) {
  if (data instanceof ArrayBuffer) return new Uint8Array(data);
  if (ArrayBuffer.isView(data)) return new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
  return String(data).toWellFormed();
}

const lengthOf = (message) => (typeof message === 'string' ? require('node/buffer').Buffer.byteLength(message) : message.length);

function errorEvent(error) {
  const event = new Event('error');
  Object.defineProperties(event, {
    error: { value: error, enumerable: true },
    message: { value: error.message, enumerable: true },
  });
  return event;
}

module.exports = { WebSocket, CloseEvent };
