'use strict';

const { validateObject, validateUint32, validateBoolean, validateNumber } = require('internal/validators');
const { failure, kinds } = require('./failure');

/** How many assertions and subtests a test is to have. */
class Plan {
  #wait = false;
  #met;
  #resolve;

  constructor(count, options = undefined) {
    validateUint32(count, 'count');
    if (options !== undefined) this.#configure(options);
    this.expected = count;
    this.actual = 0;
  }

  #configure(options) {
    validateObject(options, 'options');
    const { wait } = options;
    if (wait === undefined) return;
    if (typeof wait === 'number') validateNumber(wait, 'options.wait', 0, 2 ** 31 - 1);
    else validateBoolean(wait, 'options.wait');
    this.#wait = wait;
  }

  count() {
    this.actual++;
    if (this.actual === this.expected) this.#resolve?.();
  }

  /** Waits if that was asked for; throws when the numbers differ then. */
  async check() {
    if (this.#wait !== false && this.actual < this.expected) await this.#waitForMore();
    if (this.actual !== this.expected) {
      throw failure(`plan expected ${this.expected} assertions but received ${this.actual}`, kinds.code);
    }
  }

  #waitForMore() {
    this.#met ??= new Promise((resolve, reject) => {
      if (this.#wait === true) {
        this.#resolve = resolve;
        return;
      }
      const text = () => `plan timed out after ${this.#wait}ms with ${this.actual} assertions when expecting ${this.expected}`;
      const timer = setTimeout(() => reject(failure(text(), kinds.timeout)), this.#wait);
      this.#resolve = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    return this.#met;
  }
}

module.exports = { Plan };
