'use strict';

/** First in, first out, in constant time. */
class Queue {
  #items = [];
  #first = 0;

  get length() {
    return this.#items.length - this.#first;
  }

  peek() {
    return this.#items[this.#first];
  }

  push(item) {
    this.#items.push(item);
  }

  shift() {
    const items = this.#items;
    if (this.#first === items.length) return undefined;
    const item = items[this.#first];
    items[this.#first++] = undefined;
    if (this.#first === items.length) {
      items.length = this.#first = 0;
    } else if (this.#first > 1024 && this.#first * 2 > items.length) {
      this.#items = items.slice(this.#first);
      this.#first = 0;
    }
    return item;
  }
}

module.exports = { Queue };
