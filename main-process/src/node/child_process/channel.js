'use strict';

const EventEmitter = require('node/events');
const { codes, errnoException } = require('internal/errors');
const { nextTick } = require('internal/task_queues');
const { validateObject } = require('internal/validators');
const { framingOf } = require('./framing');

// A handle that did not arrive is sent again so many times.
const ATTEMPTS = 3;

/** The way for messages to another process. */
class Channel extends EventEmitter {
  #pipe;
  #target;
  #closed;
  #framing;
  #unsent = 0;
  #leaving = false;
  #listeners = 0;
  #automatic = true;
  // Descriptors that came before the messages they belong to.
  #handles = [];
  // The handle that the other side has not confirmed, and what is to be sent after it.
  #unconfirmed = null;
  #queue = null;
  pendingMessages = [];

  constructor(target, pipe, closed, serialization) {
    super();
    this.#target = target;
    this.#pipe = pipe;
    this.#closed = closed;
    this.#framing = framingOf(serialization);
    pipe.start((error, bytes, handles) => this.#arrived(error, bytes, handles));
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

  refCounted() {
    this.ref();
  }

  unrefCounted() {
    this.unref();
  }

  /** A child waits for messages as long as somebody listens to them. */
  countListener(change) {
    this.#listeners += change;
    if (this.#automatic) this.#pipe?.setRef(this.#listeners > 0);
  }

  #arrived(error, bytes, handles) {
    if (this.#pipe === null) return;
    if (error || bytes === undefined) {
      if (this.#target.connected) this.#target.disconnect();
      this.close();
      return;
    }
    if (handles !== undefined) this.#handles.push(...handles);
    const messages = this.#framing.decode(bytes);
    this.#pipe.read();
    for (const message of messages) this.#receive(message);
  }

  #receive(message) {
    const command = message !== null && typeof message === 'object' && typeof message.cmd === 'string' ? message.cmd : '';
    if (command === 'NODE_HANDLE_ACK') this.#confirmed();
    else if (command === 'NODE_HANDLE_NACK') this.#refused();
    else if (command === 'NODE_HANDLE') this.#receiveHandle(message);
    else nextTick(() => this.#deliver(message, undefined, command.startsWith('NODE_')));
  }

  #receiveHandle(message) {
    const [fd] = this.#handles.splice(0, 1);
    const { isKnown, unwrap } = require('./handles');
    if (fd === undefined || !isKnown(message.type)) {
      this.send({ cmd: 'NODE_HANDLE_NACK' });
      return;
    }
    this.send({ cmd: 'NODE_HANDLE_ACK' });
    unwrap(this.#target, message, fd, (handle) => nextTick(() => this.#deliver(message.msg, handle, false)));
  }

  #deliver(message, handle, internal) {
    if (internal) this.#target.emit('internalMessage', message, handle);
    else if (this.#target.listenerCount('message') > 0) this.#target.emit('message', message, handle);
    else this.pendingMessages.push({ message, handle });
  }

  /** The other side has the handle: ours is closed, and what waited follows. */
  #confirmed() {
    const { handle, options } = this.#unconfirmed ?? {};
    this.#unconfirmed = null;
    if (handle && !options.keepOpen && options.closes) handle.close();
    this.#flush();
  }

  #refused() {
    const entry = this.#unconfirmed;
    if (entry === null) return;
    if (++entry.attempts <= ATTEMPTS) {
      this.#transmit(entry.bytes, entry.handle, undefined);
      return;
    }
    require('internal/fatal/warning').emitWarning('Handle did not reach the receiving process correctly', 'SentHandleNotReceivedWarning');
    this.#confirmed();
  }

  #flush() {
    const queue = this.#queue;
    this.#queue = null;
    for (const entry of queue ?? []) this.sendWith(entry.message, entry.handle, entry.options, entry.callback);
    if (this.#leaving) this.#leaveIfIdle();
  }

  /** Sends a message with a handle, or in its turn after one; false when the caller had better wait. */
  sendWith(message, given, options, callback) {
    if (this.#unconfirmed !== null) {
      this.#queue ??= [];
      this.#queue.push({ message, handle: given, options, callback });
      return this.#queue.length === 1;
    }
    if (given === undefined || given === null) return this.send(message, callback);
    const { wrap } = require('./handles');
    const wrapped = wrap(this.#target, message, given, options);
    if (wrapped.handle === undefined) return this.send(wrapped.message, callback);
    const { handle } = wrapped;
    const bytes = this.#framing.encode(wrapped.message);
    this.#unconfirmed = { handle, bytes, options: { ...options, closes: wrapped.message.type === 'net.Socket' }, attempts: 0 };
    return this.#transmit(bytes, handle, callback);
  }

  send(message, callback) {
    return this.#transmit(this.#framing.encode(message), undefined, callback);
  }

  #transmit(bytes, handle, callback) {
    this.#unsent++;
    this.#pipe.write(bytes, (error) => {
      this.#unsent--;
      const failure = error ? errnoException(error.errno, 'write') : null;
      if (typeof callback === 'function') callback(failure);
      else if (failure && error.code !== 'EPIPE') this.#target.emit('error', failure);
      if (this.#leaving) this.#leaveIfIdle();
    }, ...(handle === undefined ? [] : [handle.fd]));
    return this.#unsent < 64;
  }

  /** Closes when all that was sent is on its way. */
  leave() {
    this.#leaving = true;
    this.#leaveIfIdle();
  }

  #leaveIfIdle() {
    if (this.#unsent === 0 && this.#unconfirmed === null) this.close();
  }

  close() {
    if (this.#pipe === null) return;
    this.#pipe.setRef(false);
    this.#pipe.close();
    this.#pipe = null;
    this.#target.channel = null;
    this.#target._channel = null;
    this.#unconfirmed?.handle?.close();
    this.#unconfirmed = null;
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
  return { handle, options: { keepOpen: false, ...options }, callback };
}

/** Gives `target`, a child or our own process, `send`, `disconnect` and messages over `pipe`. */
function setupChannel(target, pipe, closed, serialization) {
  const channel = new Channel(target, pipe, closed, serialization);
  target.channel = channel;
  Object.defineProperty(target, '_channel', { value: channel, writable: true, configurable: true, enumerable: false });
  target.connected = true;

  target.on('newListener', (event) => {
    if (event !== 'message') return;
    nextTick(() => {
      if (target.listenerCount('message') === 0) return;
      const messages = channel.pendingMessages;
      channel.pendingMessages = [];
      for (const { message, handle } of messages) target.emit('message', message, handle);
    });
  });

  target.send = function send(message, handle, options, callback) {
    const sorted = sortSend(message, handle, options, callback);
    if (target.connected) return channel.sendWith(message, sorted.handle, sorted.options, sorted.callback);
    const error = new codes.ERR_IPC_CHANNEL_CLOSED();
    if (typeof sorted.callback === 'function') nextTick(sorted.callback, error);
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
function setupChildChannel(fd, serialization) {
  const channel = setupChannel(process, native.openChannel(`${fd}`), () => {}, serialization);
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
  const { NODE_CHANNEL_FD: fd, NODE_CHANNEL_SERIALIZATION_MODE: serialization } = process.env;
  delete process.env.NODE_CHANNEL_FD;
  delete process.env.NODE_CHANNEL_SERIALIZATION_MODE;
  if (fd) setupChildChannel(fd, serialization);
}

module.exports = { adoptChannel, setupChannel, setupChildChannel };
