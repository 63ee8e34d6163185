'use strict';

const { DONE, NOTHING, attempt, react } = require('./promises');
const { kCore, kOwn, coreOf, finish, refuseUnless } = require('./core');
const { Request, invalid } = require('./writable_core');
const { createWritable } = require('./writable_stream');
const { createCore } = require('./readable_stream');
const { strategyOf, highWaterMarkOf, transformerOf } = require('./convert');

/** The state of a TransformStream and of its controller, which are one. */
class TransformCore {
  constructor(transformer, writableStrategy, readableStrategy) {
    this.transformer = transformer;
    this.controller = undefined;
    this.finishing = undefined;
    this.backpressure = true;
    this.change = new Request();
    this.started = new Request();
    const start = () => this.started.promise;
    this.writableStream = createWritable({
      __proto__: null,
      start,
      write: (chunk) => this.#write(chunk),
      abort: (reason) => this.#finish('cancel', reason, (failure) => this.#aborted(reason, failure)),
      close: () => this.#finish('flush', this.public, (failure) => this.#flushed(failure)),
    }, writableStrategy.highWaterMark, writableStrategy.size);
    this.writable = this.writableStream[kCore];
    this.readable = createCore({
      __proto__: null,
      start,
      pull: () => this.#pull(),
      cancel: (reason) => this.#finish('cancel', reason, (failure) => this.#canceled(reason, failure)),
    }, readableStrategy.highWaterMark, false, readableStrategy.size);
  }

  get public() {
    this.controller ??= new TransformStreamDefaultController(kOwn, this);
    return this.controller;
  }

  start() {
    const { start, self } = this.transformer;
    this.started.resolve(start === undefined ? undefined : Reflect.apply(start, self, [this.public]));
  }

  setBackpressure(flag) {
    this.change.resolve();
    this.change = new Request();
    this.backpressure = flag;
  }

  #pull() {
    this.setBackpressure(false);
    return this.change.promise;
  }

  #write(chunk) {
    if (!this.backpressure) return this.#transform(chunk);
    return react(this.change.promise, () => {
      if (this.writable.state === 'erroring') throw this.writable.storedError;
      return this.#transform(chunk);
    });
  }

  #transform(chunk) {
    const { transform, self } = this.transformer;
    if (transform === undefined) {
      try {
        this.enqueue(chunk);
        return DONE;
      } catch (error) {
        return this.#fail(error);
      }
    }
    return react(attempt(transform, self, chunk, this.public), undefined, (reason) => this.#fail(reason));
  }

  #fail(reason) {
    this.error(reason);
    return Promise.reject(reason);
  }

  /** Runs the application's last method; only the first of closing, aborting and cancelling does. */
  #finish(name, argument, settle) {
    if (this.finishing !== undefined) return this.finishing.promise;
    this.finishing = new Request();
    const { [name]: method, self } = this.transformer;
    const result = method === undefined ? DONE : attempt(method, self, argument);
    this.clear();
    react(result, () => settle(undefined), (reason) => settle({ reason }));
    return this.finishing.promise;
  }

  /** The other side's failure, if it failed meanwhile, is what this side ends with too. */
  #settle(side, failure) {
    if (failure !== undefined) this.finishing.reject(failure.reason);
    else if (side.state === 'errored') this.finishing.reject(side.storedError);
    else return true;
    return false;
  }

  #aborted(reason, failure) {
    if (failure !== undefined) this.readable.controller.error(failure.reason);
    if (!this.#settle(this.readable, failure)) return;
    this.readable.controller.error(reason);
    this.finishing.resolve();
  }

  #flushed(failure) {
    if (failure !== undefined) this.readable.controller.error(failure.reason);
    if (!this.#settle(this.readable, failure)) return;
    this.readable.controller.close();
    this.finishing.resolve();
  }

  #canceled(reason, failure) {
    if (failure !== undefined) {
      this.writable.controller.errorIfNeeded(failure.reason);
      this.#unblock();
    }
    if (!this.#settle(this.writable, failure)) return;
    this.writable.controller.errorIfNeeded(reason);
    this.#unblock();
    this.finishing.resolve();
  }

  clear() {
    this.transformer = NOTHING;
  }

  #unblock() {
    if (this.backpressure) this.setBackpressure(false);
  }

  errorWritable(reason) {
    this.clear();
    this.writable.controller.errorIfNeeded(reason);
    this.#unblock();
  }

  error(reason) {
    this.readable.controller.error(reason);
    this.errorWritable(reason);
  }

  enqueue(chunk) {
    const { controller } = this.readable;
    if (!controller.open) throw invalid('Unable to enqueue');
    try {
      controller.enqueue(chunk);
    } catch (error) {
      this.errorWritable(error);
      throw this.readable.storedError;
    }
    const full = !controller.wantsMore;
    if (full !== this.backpressure) this.setBackpressure(true);
  }

  terminate() {
    this.readable.controller.close();
    this.errorWritable(invalid('TransformStream terminated'));
  }
}

class TransformStream {
  constructor(transformer = undefined, writableStrategy = undefined, readableStrategy = undefined) {
    const writable = strategyOf(writableStrategy, 'writableStrategy');
    const readable = strategyOf(readableStrategy, 'readableStrategy');
    const own = transformerOf(transformer);
    const readableMark = highWaterMarkOf(readable, 0);
    const writableMark = highWaterMarkOf(writable, 1);
    const core = new TransformCore(
      own, { highWaterMark: writableMark, size: writable.size }, { highWaterMark: readableMark, size: readable.size },
    );
    this[kCore] = core;
    core.start();
  }

  get readable() {
    return streamOf(this).readable.stream;
  }

  get writable() {
    return streamOf(this).writableStream;
  }
}

const streamOf = (value) => coreOf(value, TransformCore, 'TransformStream');

finish(TransformStream, ['readable', 'writable'], ({ readable, writable, [kCore]: core }) => {
  return { readable, writable, backpressure: core.backpressure };
});

class TransformStreamDefaultController {
  constructor(token, core) {
    refuseUnless(token);
    this[kCore] = core;
  }

  get desiredSize() {
    return controllerOf(this).readable.controller.desiredSize;
  }

  enqueue(chunk = undefined) {
    controllerOf(this).enqueue(chunk);
  }

  error(reason = undefined) {
    controllerOf(this).error(reason);
  }

  terminate() {
    controllerOf(this).terminate();
  }
}

const controllerOf = (value) => coreOf(value, TransformCore, 'TransformStreamDefaultController');

finish(TransformStreamDefaultController, ['desiredSize', 'enqueue', 'error', 'terminate'], () => ({}));

module.exports = { TransformStream, TransformStreamDefaultController };
