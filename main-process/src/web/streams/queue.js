'use strict';

// Below this many taken slots it is not worth moving the others up.
const SLACK = 64;

/** First in, first out, both in constant time. */
class Queue {
  #items = [];
  #head = 0;

  get length() {
    return this.#items.length - this.#head;
  }

  push(item) {
    this.#items.push(item);
  }

  peek() {
    return this.#items[this.#head];
  }

  shift() {
    const items = this.#items;
    const item = items[this.#head];
    items[this.#head++] = undefined;
    if (this.#head === items.length) {
      this.clear();
    } else if (this.#head > SLACK && this.#head * 2 > items.length) {
      this.#items = items.slice(this.#head);
      this.#head = 0;
    }
    return item;
  }

  clear() {
    this.#items = [];
    this.#head = 0;
  }

  /** All of it, leaving nothing. */
  drain() {
    const items = this.#head === 0 ? this.#items : this.#items.slice(this.#head);
    this.clear();
    return items;
  }
}

/** A queue whose items have sizes, of which it knows the sum. */
class SizedQueue {
  #values = new Queue();
  #sizes = new Queue();
  total = 0;

  get length() {
    return this.#values.length;
  }

  push(value, size) {
    this.#values.push(value);
    this.#sizes.push(size);
    this.total += size;
  }

  peek() {
    return this.#values.peek();
  }

  shift() {
    this.total -= this.#sizes.shift();
    // Sums of fractions may miss zero.
    if (this.total < 0) this.total = 0;
    return this.#values.shift();
  }

  clear() {
    this.#values.clear();
    this.#sizes.clear();
    this.total = 0;
  }
}

module.exports = { Queue, SizedQueue };
