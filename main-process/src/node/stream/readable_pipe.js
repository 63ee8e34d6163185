'use strict';

const { nextTick } = require('internal/task_queues');
const { prependListener } = require('./legacy');
const { errorOrDestroy } = require('./destroy');

const isStdio = (dest) => {
  const process = globalThis.process;
  return dest === process?.stdout || dest === process?.stderr;
};

/** One connection of a readable with a destination, and all it listens to meanwhile. */
class Pipe {
  #source;
  #state;
  #dest;
  #onDrain = null;
  #cleanedUp = false;

  constructor(source, dest, ends) {
    this.#source = source;
    this.#state = source._readableState;
    this.#dest = dest;
    const finish = ends ? this.#onEnd : this.#unpipe;
    if (this.#state.endEmitted) nextTick(finish);
    else source.once('end', finish);
    dest.on('unpipe', this.#onUnpipe);
    source.on('data', this.#onData);
    prependListener(dest, 'error', this.#onError);
    dest.once('close', this.#onClose);
    dest.once('finish', this.#onFinish);
    dest.emit('pipe', source);
    if (dest.writableNeedDrain === true) this.#pause();
    else if (!this.#state.flowing) source.resume();
  }

  #onEnd = () => this.#dest.end();
  #unpipe = () => this.#source.unpipe(this.#dest);

  #onUnpipe = (source, info) => {
    if (source !== this.#source || !info || info.hasUnpiped !== false) return;
    info.hasUnpiped = true;
    this.#cleanUp();
  };

  #onData = (chunk) => {
    if (this.#dest.write(chunk) === false) this.#pause();
  };

  // Somebody else who listens for the error deals with it; otherwise it is the destination's own.
  #onError = (error) => {
    this.#unpipe();
    const dest = this.#dest;
    dest.removeListener('error', this.#onError);
    if (dest.listenerCount('error') !== 0) return;
    const state = dest._writableState || dest._readableState;
    if (state && !state.errorEmitted) errorOrDestroy(dest, error);
    else dest.emit('error', error);
  };

  #onClose = () => {
    this.#dest.removeListener('finish', this.#onFinish);
    this.#unpipe();
  };

  #onFinish = () => {
    this.#dest.removeListener('close', this.#onClose);
    this.#unpipe();
  };

  #pause() {
    // After an unpipe the source is no longer ours to hold.
    if (!this.#cleanedUp) {
      this.#noteWaiting();
      this.#source.pause();
    }
    if (this.#onDrain === null) {
      this.#onDrain = () => drained(this.#source, this.#dest);
      this.#dest.on('drain', this.#onDrain);
    }
  }

  #noteWaiting() {
    const state = this.#state;
    const dest = this.#dest;
    if (state.pipes.length === 1 && state.pipes[0] === dest) {
      state.awaitDrainWriters = dest;
      state.multiAwaitDrain = false;
    } else if (state.pipes.length > 1 && state.pipes.includes(dest)) {
      state.awaitDrainWriters.add(dest);
    }
  }

  #cleanUp() {
    const dest = this.#dest;
    dest.removeListener('close', this.#onClose);
    dest.removeListener('finish', this.#onFinish);
    if (this.#onDrain !== null) dest.removeListener('drain', this.#onDrain);
    dest.removeListener('error', this.#onError);
    dest.removeListener('unpipe', this.#onUnpipe);
    this.#source.removeListener('end', this.#onEnd);
    this.#source.removeListener('end', this.#unpipe);
    this.#source.removeListener('data', this.#onData);
    this.#cleanedUp = true;
    // A destination that was waited for would hold up the others for ever.
    const writable = dest._writableState;
    if (this.#onDrain !== null && this.#state.awaitDrainWriters && (!writable || writable.needDrain)) this.#onDrain();
  }
}

function drained(source, dest) {
  const state = source._readableState;
  if (state.awaitDrainWriters === dest) state.awaitDrainWriters = null;
  else if (state.multiAwaitDrain) state.awaitDrainWriters.delete(dest);
  const waiting = state.awaitDrainWriters !== null && state.awaitDrainWriters.size !== 0;
  if (!waiting && source.listenerCount('data') > 0) source.resume();
}

const methods = {
  pipe(dest, options) {
    const state = this._readableState;
    if (state.pipes.length === 1 && !state.multiAwaitDrain) {
      state.multiAwaitDrain = true;
      state.awaitDrainWriters = new Set(state.awaitDrainWriters ? [state.awaitDrainWriters] : []);
    }
    state.pipes = [...state.pipes, dest];
    new Pipe(this, dest, (!options || options.end !== false) && !isStdio(dest));
    return dest;
  },

  unpipe(dest) {
    const state = this._readableState;
    if (state.pipes.length === 0) return this;
    const info = { hasUnpiped: false };
    if (!dest) {
      const dests = state.pipes;
      state.pipes = [];
      this.pause();
      for (const one of dests) one.emit('unpipe', this, { hasUnpiped: false });
      return this;
    }
    const at = state.pipes.indexOf(dest);
    if (at < 0) return this;
    state.pipes = state.pipes.filter((_, index) => index !== at);
    if (state.pipes.length === 0) this.pause();
    dest.emit('unpipe', this, info);
    return this;
  },
};

module.exports = { methods };
