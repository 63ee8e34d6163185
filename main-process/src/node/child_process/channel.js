'use strict';

const EventEmitter = require('node/events');
const { codes, errnoException } = require('internal/errors');
const { nextTick } = require('internal/task_queues');
const { validateObject } = require('internal/validators');

/** The way for messages to another process: a line of JSON each. */
class Channel extends EventEmitter {
  #pipe;
  #target;
  #closed;
  #decoder;
  #rest = '';
  #unsent = 0;
  #leaving = false;
  #listeners = 0;
  #automatic = true;
  pendingMessages = [];

  constructor(target, pipe, closed) {
    super();
    this.#target = target;
    this.#pipe = pipe;
    this.#closed = closed;
    const { StringDecoder } = require('node/string_decoder');
    this.#decoder = new StringDecoder('utf8');
    pipe.start((error, bytes) => this.#arrived(error, bytes));
    pipe.setRef(true);
    pipe.read();
  }

  ref() {
    this.#automatic = false;
    this.#pipe?.setRef(true);
  }

  unref() {
    this.#automatic = false;
    this.#pipe?.setRef(false);
  }

  /** A child waits for messages as long as somebody listens to them. */
  countListener(change) {
    this.#listeners += change;
    if (this.#automatic) this.#pipe?.setRef(this.#listeners > 0);
  }

  #arrived(error, bytes) {
    if (this.#pipe === null) return;
    if (error || bytes === undefined) {
      if (this.#target.connected) this.#target.disconnect();
      this.close();
      return;
    }
    const { Buffer } = require('node/buffer');
    const lines = (this.#rest + this.#decoder.write(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))).split('\n');
    this.#rest = lines.pop();
    this.#pipe.read();
    for (const line of lines) if (line !== '') this.#receive(JSON.parse(line));
  }

  #receive(message) {
    const internal = message !== null && typeof message === 'object' && typeof message.cmd === 'string' && message.cmd.startsWith('NODE_');
    nextTick(() => {
      if (internal) this.#target.emit('internalMessage', message, undefined);
      else if (this.#target.listenerCount('message') > 0) this.#target.emit('message', message, undefined);
      else this.pendingMessages.push(message);
    });
  }

  send(message, callback) {
    const { Buffer } = require('node/buffer');
    const bytes = Buffer.from(`${JSON.stringify(message)}\n`);
    this.#unsent++;
    this.#pipe.write(bytes, (error) => {
      this.#unsent--;
      const failure = error ? errnoException(error.errno, 'write') : null;
      if (typeof callback === 'function') callback(failure);
      else if (failure && error.code !== 'EPIPE') this.#target.emit('error', failure);
      if (this.#leaving && this.#unsent === 0) this.close();
    });
    return this.#unsent < 64;
  }

  /** Closes when all that was sent is on its way. */
  leave() {
    this.#leaving = true;
    if (this.#unsent === 0) this.close();
  }

  close() {
    if (this.#pipe === null) return;
    this.#pipe.setRef(false);
    this.#pipe.close();
    this.#pipe = null;
    this.#target.channel = null;
    this.#target._channel = null;
    nextTick(() => {
      this.#target.emit('disconnect');
      this.#closed();
    });
  }
}

const SENDABLE = ['string', 'object', 'number', 'boolean'];

function sortSend(message, handle, options, callback) {
  if (typeof handle === 'function') {
    callback = handle;
    handle = undefined;
    options = undefined;
  } else if (typeof options === 'function') {
    callback = options;
    options = undefined;
  } else if (options !== undefined) {
    validateObject(options, 'options');
  }
  if (message === undefined) throw new codes.ERR_MISSING_ARGS('message');
  if (!SENDABLE.includes(typeof message)) throw new codes.ERR_INVALID_ARG_TYPE('message', SENDABLE, message);
  if (handle != null) throw new codes.ERR_INVALID_HANDLE_TYPE();
  return callback;
}

/** Gives `target`, a child or our own process, `send`, `disconnect` and messages over `pipe`. */
function setupChannel(target, pipe, closed) {
  const channel = new Channel(target, pipe, closed);
  target.channel = channel;
  Object.defineProperty(target, '_channel', { value: channel, writable: true, configurable: true, enumerable: false });
  target.connected = true;

  target.on('newListener', (event) => {
    if (event !== 'message') return;
    nextTick(() => {
      if (target.listenerCount('message') === 0) return;
      const messages = channel.pendingMessages;
      channel.pendingMessages = [];
      for (const message of messages) target.emit('message', message, undefined);
    });
  });

  target.send = function send(message, handle, options, callback) {
    callback = sortSend(message, handle, options, callback);
    if (target.connected) return channel.send(message, callback);
    const error = new codes.ERR_IPC_CHANNEL_CLOSED();
    if (typeof callback === 'function') nextTick(callback, error);
    else nextTick(() => target.emit('error', error));
    return false;
  };
  target._send = target.send;

  target.disconnect = function disconnect() {
    if (!target.connected) {
      target.emit('error', new codes.ERR_IPC_DISCONNECTED());
      return;
    }
    target.connected = false;
    channel.leave();
  };
  target._disconnect = target.disconnect;
  return channel;
}

/** In a child with a channel: `process.send`, and messages as events of `process`. On Windows `fd` is a name. */
function setupChildChannel(fd) {
  const channel = setupChannel(process, native.openChannel(`${fd}`), () => {});
  channel.countListener(0);
  const counts = (event) => event === 'message' || event === 'disconnect';
  process.on('newListener', (event) => {
    if (counts(event)) channel.countListener(1);
  });
  process.on('removeListener', (event) => {
    if (counts(event)) channel.countListener(-1);
  });
  return channel;
}

/** Takes the channel that a parent left for us, if there is one, and hides it from our own children. */
function adoptChannel() {
  const fd = process.env.NODE_CHANNEL_FD;
  delete process.env.NODE_CHANNEL_FD;
  delete process.env.NODE_CHANNEL_SERIALIZATION_MODE;
  if (fd) setupChildChannel(fd);
}

module.exports = { adoptChannel, setupChannel, setupChildChannel };
