'use strict';

/** First in, first out, at the same cost however many wait. */
class Queue {
  constructor() {
    this.head = null;
    this.tail = null;
  }

  get isEmpty() {
    return this.head === null;
  }

  push(item) {
    const entry = { item, next: null };
    if (this.head === null) this.head = entry;
    else this.tail.next = entry;
    this.tail = entry;
  }

  /** The first; null if nothing waits. */
  shift() {
    const { head } = this;
    if (head === null) return null;
    this.head = head.next;
    return head.item;
  }

  last() {
    return this.tail.item;
  }

  * takeAll() {
    while (this.head !== null) yield this.shift();
  }
}

module.exports = { Queue };
