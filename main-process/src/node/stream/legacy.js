'use strict';

const EventEmitter = require('node/events');

/** The base of all streams, whose own `pipe` is that of the first streams: it knows `data`, `pause` and nothing more. */
function Stream(options) {
  EventEmitter.call(this, options);
}

Object.setPrototypeOf(Stream.prototype, EventEmitter.prototype);
Object.setPrototypeOf(Stream, EventEmitter);

Stream.prototype.pipe = function pipe(dest, options) {
  const source = this;
  let ended = false;

  const onData = (chunk) => {
    if (dest.writable && dest.write(chunk) === false && source.pause) source.pause();
  };
  const onDrain = () => {
    if (source.readable && source.resume) source.resume();
  };
  const onEnd = () => {
    if (ended) return;
    ended = true;
    dest.end();
  };
  const onClose = () => {
    if (ended) return;
    ended = true;
    if (typeof dest.destroy === 'function') dest.destroy();
  };
  function onError(error) {
    cleanup();
    if (EventEmitter.listenerCount(this, 'error') === 0) this.emit('error', error);
  }
  const ends = !dest._isStdio && (!options || options.end !== false) ? [['end', onEnd], ['close', onClose]] : [];
  const ofSource = [['data', onData], ...ends, ['end', cleanup], ['close', cleanup]];
  const ofDest = [['drain', onDrain], ['close', cleanup]];

  function cleanup() {
    for (const [name, listener] of [...ofSource, ['error', onError]]) source.removeListener(name, listener);
    for (const [name, listener] of [...ofDest, ['error', onError]]) dest.removeListener(name, listener);
  }

  for (const [name, listener] of ofSource) source.on(name, listener);
  for (const [name, listener] of ofDest) dest.on(name, listener);
  prependListener(source, 'error', onError);
  prependListener(dest, 'error', onError);
  dest.emit('pipe', source);
  return dest;
};

/** Emitters of old have no `prependListener`, and their list of listeners is ours to reach into. */
function prependListener(emitter, event, listener) {
  if (typeof emitter.prependListener === 'function') return emitter.prependListener(event, listener);
  const existing = emitter._events?.[event];
  if (!existing) return emitter.on(event, listener);
  emitter._events[event] = Array.isArray(existing) ? [listener, ...existing] : [listener, existing];
  return emitter;
}

module.exports = { Stream, prependListener };
