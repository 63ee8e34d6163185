'use strict';

const { DONE, noop, react } = require('./promises');
const { ReaderCore } = require('./readable_core');
const { WriterCore, invalid } = require('./writable_core');

/** A pipe between two cores. It is the read request and the write request of all its chunks at once. */
class Pipe {
  constructor(source, dest, options) {
    this.source = source;
    this.dest = dest;
    this.options = options;
    this.reader = new ReaderCore(source, false);
    this.writer = new WriterCore(dest);
    source.disturbed = true;
    this.shuttingDown = false;
    // Whether a read is on its way, and whether its answer comes before the call returns.
    this.reading = false;
    this.sync = false;
    // Chunks that were read and are not written yet.
    this.unwritten = 0;
    this.onWritten = undefined;
    this.promise = new Promise((resolve, reject) => {
      this.settle = { resolve, reject };
    });
  }

  start() {
    const { signal } = this.options;
    if (signal !== undefined) {
      this.onAbort = () => this.#abort(signal.reason);
      if (signal.aborted) {
        this.onAbort();
        return this.promise;
      }
      signal.addEventListener('abort', this.onAbort);
    }
    this.#watch();
    react(DONE, this.#flow);
    return this.promise;
  }

  #abort(reason) {
    const { source, dest } = this;
    const { preventAbort, preventCancel } = this.options;
    this.#shutdown(() => {
      const actions = [];
      if (!preventAbort) actions.push(dest.state === 'writable' ? dest.abort(reason) : DONE);
      if (!preventCancel) actions.push(source.state === 'readable' ? source.cancel(reason) : DONE);
      return Promise.all(actions);
    }, { reason });
  }

  /** Failures and ends on either side, in the order in which the standard has them matter. */
  #watch() {
    const { source, dest, reader, writer } = this;
    const { preventAbort, preventCancel, preventClose } = this.options;
    const onSourceError = (reason) => this.#shutdown(preventAbort ? undefined : () => dest.abort(reason), { reason });
    const onDestError = (reason) => this.#shutdown(preventCancel ? undefined : () => source.cancel(reason), { reason });
    const onSourceClose = () => this.#shutdown(preventClose ? undefined : () => writer.closeForPipe());
    if (source.state === 'errored') onSourceError(source.storedError);
    else react(reader.closed.promise, undefined, onSourceError);
    if (dest.state === 'errored') onDestError(dest.storedError);
    else react(writer.closed.promise, undefined, onDestError);
    if (source.state === 'closed') onSourceClose();
    else react(reader.closed.promise, onSourceClose, noop);
    if (dest.closeQueuedOrInFlight || dest.state === 'closed') onDestError(invalid('Destination WritableStream is closed'));
  }

  /** Moves chunks as long as there are some and there is room for them. */
  #flow = () => {
    const { source, dest } = this;
    while (!this.shuttingDown && !this.reading && source.state === 'readable' && dest.state === 'writable') {
      if (dest.closeQueuedOrInFlight) return;
      if (dest.backpressure) {
        react(this.writer.ready.promise, this.#flow, noop);
        return;
      }
      this.reading = true;
      this.sync = true;
      this.reader.read(this);
      this.sync = false;
    }
  };

  chunk(chunk) {
    this.unwritten++;
    if (this.sync) {
      this.reading = false;
      this.writer.write(chunk, this);
      return;
    }
    // Whoever enqueues must not find itself inside of the sink.
    react(DONE, () => {
      this.reading = false;
      this.writer.write(chunk, this);
      this.#flow();
    });
  }

  close() {
    this.reading = false;
  }

  error() {
    this.reading = false;
  }

  resolve() {
    if (--this.unwritten === 0) this.onWritten?.();
  }

  reject() {
    this.resolve();
  }

  #shutdown(action, failure) {
    if (this.shuttingDown) return;
    this.shuttingDown = true;
    const { dest } = this;
    const go = () => {
      if (action === undefined) {
        this.#finalize(failure);
        return;
      }
      react(action(), () => this.#finalize(failure), (reason) => this.#finalize({ reason }));
    };
    if (dest.state !== 'writable' || dest.closeQueuedOrInFlight) go();
    else if (this.unwritten === 0) react(DONE, go);
    else this.onWritten = () => react(DONE, go);
  }

  #finalize(failure) {
    this.writer.release();
    this.reader.release(invalid('Reader released'));
    this.options.signal?.removeEventListener('abort', this.onAbort);
    if (failure === undefined) this.settle.resolve();
    else this.settle.reject(failure.reason);
  }
}

const pipe = (source, dest, options) => new Pipe(source, dest, options).start();

module.exports = { pipe };
