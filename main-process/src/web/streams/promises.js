'use strict';

// Promises are what streams spend their time on: none is made that nobody can see.

/** Where a step of an algorithm has nothing to wait for but its turn. */
const DONE = Promise.resolve();

const noop = () => {};

/** What has no methods, not even those that somebody gave to all objects. */
const NOTHING = Object.freeze({ __proto__: null });

const promiseOf = (value) => (value === undefined ? DONE : Promise.resolve(value));

/** `then` as it was before any application could replace it. */
const react = Function.prototype.call.bind(Promise.prototype.then);
const { apply } = Reflect;

/** Calls what an application gave; the outcome as a promise, whatever it returned or threw. */
function attempt(method, self, ...args) {
  try {
    return promiseOf(apply(method, self, args));
  } catch (error) {
    return Promise.reject(error);
  }
}

/** Its rejection is nobody's fault for not looking. */
function silence(promise) {
  react(promise, undefined, noop);
  return promise;
}

/** A promise that is made when it is first looked at; a rejection that nobody looks at is no error. */
class Lazy {
  #settled = 'no';
  #reason;
  #promise;
  #resolve;
  #reject;

  static resolved() {
    const lazy = new Lazy();
    lazy.#settled = 'resolved';
    return lazy;
  }

  static rejected(reason) {
    const lazy = new Lazy();
    lazy.reject(reason);
    return lazy;
  }

  get pending() {
    return this.#settled === 'no';
  }

  get promise() {
    this.#promise ??= this.#make();
    return this.#promise;
  }

  #make() {
    if (this.#settled === 'resolved') return Promise.resolve();
    if (this.#settled === 'rejected') return silence(Promise.reject(this.#reason));
    return new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
  }

  resolve() {
    if (this.#settled !== 'no') return;
    this.#settled = 'resolved';
    this.#resolve?.();
  }

  reject(reason) {
    if (this.#settled !== 'no') return;
    this.#settled = 'rejected';
    this.#reason = reason;
    if (this.#promise === undefined) return;
    silence(this.#promise);
    this.#reject(reason);
  }
}

module.exports = { DONE, NOTHING, noop, react, promiseOf, attempt, silence, Lazy };
