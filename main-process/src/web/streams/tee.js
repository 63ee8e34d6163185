'use strict';

const { DONE, noop, react } = require('./promises');
const { ReaderCore } = require('./readable_core');
const { invalid } = require('./writable_core');

/** What both kinds of teeing share: two branches that are cancelled together, and fail with their source. */
class Tee {
  constructor(source) {
    this.source = source;
    this.reading = false;
    this.canceled = [false, false];
    this.reasons = [undefined, undefined];
    // The cores of both branches' controllers.
    this.branches = [];
    this.over = new Promise((resolve) => {
      this.resolve = resolve;
    });
  }

  cancel(index, reason) {
    this.canceled[index] = true;
    this.reasons[index] = reason;
    if (this.canceled[1 - index]) this.resolve(this.source.cancel([...this.reasons]));
    return this.over;
  }

  errorBoth(reason) {
    for (const branch of this.branches) branch.error(reason);
  }

  get anyOpen() {
    return !this.canceled[0] || !this.canceled[1];
  }

  /** Passes the source's failure on, as long as this reader is the one that reads. */
  watch(reader) {
    react(reader.closed.promise, noop, (reason) => {
      if (reader !== this.reader) return;
      this.errorBoth(reason);
      if (this.anyOpen) this.resolve();
    });
  }
}

class DefaultTee extends Tee {
  constructor(source) {
    super(source);
    this.reader = new ReaderCore(source, false);
    this.readAgain = false;
  }

  pull() {
    if (this.reading) {
      this.readAgain = true;
      return;
    }
    this.reading = true;
    this.reader.read(this);
  }

  chunk(chunk) {
    // The source's controller may be in the middle of something that a branch's reader would disturb.
    react(DONE, () => {
      this.readAgain = false;
      this.branches.forEach((branch, index) => {
        if (!this.canceled[index]) branch.enqueue(chunk);
      });
      this.reading = false;
      if (this.readAgain) this.pull();
    });
  }

  close() {
    this.reading = false;
    this.branches.forEach((branch, index) => {
      if (!this.canceled[index]) branch.close();
    });
    if (this.anyOpen) this.resolve();
  }

  error() {
    this.reading = false;
  }
}

const copyOf = (view) => new Uint8Array(view.buffer.slice(view.byteOffset, view.byteOffset + view.byteLength));

class ByteTee extends Tee {
  constructor(source) {
    super(source);
    this.reader = new ReaderCore(source, false);
    this.readAgain = [false, false];
  }

  pull(index) {
    if (this.reading) {
      this.readAgain[index] = true;
      return;
    }
    this.reading = true;
    const request = this.branches[index].byobRequest;
    if (request === null) this.#pullDefault();
    else this.#pullInto(request.view, index);
  }

  #useReader(byob) {
    if (this.reader.byob === byob) return;
    this.reader.release(invalid('Reader released'));
    this.reader = new ReaderCore(this.source, byob);
    this.watch(this.reader);
  }

  #pullDefault() {
    this.#useReader(false);
    this.reader.read({
      chunk: (chunk) => react(DONE, () => this.#share(chunk)),
      close: () => this.#closeDefault(),
      error: () => {
        this.reading = false;
      },
    });
  }

  #copyOrFail(chunk) {
    try {
      return copyOf(chunk);
    } catch (error) {
      this.errorBoth(error);
      this.resolve(this.source.cancel(error));
      return undefined;
    }
  }

  #share(chunk) {
    this.readAgain = [false, false];
    const [first, second] = this.branches;
    let other = chunk;
    if (!this.canceled[0] && !this.canceled[1]) {
      other = this.#copyOrFail(chunk);
      if (other === undefined) return;
    }
    if (!this.canceled[0]) first.enqueue(chunk);
    if (!this.canceled[1]) second.enqueue(other);
    this.#goOn();
  }

  #goOn() {
    this.reading = false;
    if (this.readAgain[0]) this.pull(0);
    else if (this.readAgain[1]) this.pull(1);
  }

  #closeDefault() {
    this.reading = false;
    this.branches.forEach((branch, index) => {
      if (!this.canceled[index]) branch.close();
    });
    for (const branch of this.branches) if (branch.pending.length > 0) branch.respond(0);
    if (this.anyOpen) this.resolve();
  }

  #pullInto(view, index) {
    this.#useReader(true);
    this.reader.readInto(view, 1, {
      chunk: (chunk) => react(DONE, () => this.#shareInto(chunk, index)),
      close: (chunk) => this.#closeInto(chunk, index),
      error: () => {
        this.reading = false;
      },
    });
  }

  #shareInto(chunk, index) {
    this.readAgain = [false, false];
    const own = this.branches[index];
    if (!this.canceled[1 - index]) {
      const copy = this.#copyOrFail(chunk);
      if (copy === undefined) return;
      if (!this.canceled[index]) own.respondWithNewView(chunk);
      this.branches[1 - index].enqueue(copy);
    } else if (!this.canceled[index]) {
      own.respondWithNewView(chunk);
    }
    this.#goOn();
  }

  #closeInto(chunk, index) {
    this.reading = false;
    const own = this.branches[index];
    const other = this.branches[1 - index];
    const [ownOpen, otherOpen] = [!this.canceled[index], !this.canceled[1 - index]];
    if (ownOpen) own.close();
    if (otherOpen) other.close();
    if (chunk !== undefined) {
      if (ownOpen) own.respondWithNewView(chunk);
      if (otherOpen && other.pending.length > 0) other.respond(0);
    }
    if (ownOpen || otherOpen) this.resolve();
  }
}

/** Two streams of one; `create` makes a stream of a source. */
function tee(source, create, isBytes) {
  const state = isBytes ? new ByteTee(source) : new DefaultTee(source);
  const streams = [0, 1].map((index) => create({
    __proto__: null,
    pull: () => {
      state.pull(index);
    },
    cancel: (reason) => state.cancel(index, reason),
  }));
  state.branches = streams.map((stream) => stream.controller);
  state.watch(state.reader);
  return streams;
}

module.exports = { tee };
