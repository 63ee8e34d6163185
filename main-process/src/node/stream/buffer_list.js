'use strict';

const { Buffer } = require('node/buffer');

/** The chunks a readable holds, linked: what is read leaves at the head. */
class BufferList {
  constructor() {
    this.head = null;
    this.tail = null;
    this.length = 0;
  }

  push(data) {
    const entry = { data, next: null };
    if (this.length > 0) this.tail.next = entry;
    else this.head = entry;
    this.tail = entry;
    this.length++;
  }

  unshift(data) {
    const entry = { data, next: this.head };
    if (this.length === 0) this.tail = entry;
    this.head = entry;
    this.length++;
  }

  shift() {
    const { head } = this;
    if (head === null) return undefined;
    this.head = head.next;
    if (--this.length === 0) this.tail = null;
    return head.data;
  }

  clear() {
    this.head = this.tail = null;
    this.length = 0;
  }

  first() {
    return this.head.data;
  }

  join(separator) {
    return [...this].join(separator);
  }

  concat(size) {
    if (this.length === 0) return Buffer.alloc(0);
    const joined = Buffer.allocUnsafe(size >>> 0);
    let at = 0;
    for (let entry = this.head; entry !== null; entry = entry.next) {
      joined.set(entry.data, at);
      at += entry.data.length;
    }
    return joined;
  }

  /** Takes `size` bytes or characters, splitting the chunk they end in. */
  consume(size, isString) {
    const first = this.head.data;
    if (size < first.length) {
      this.head.data = first.slice(size);
      return first.slice(0, size);
    }
    if (size === first.length) return this.shift();
    return isString ? this.#takeString(size) : this.#takeBytes(size);
  }

  #takeString(size) {
    let taken = '';
    while (taken.length < size) {
      const { data } = this.head;
      const wanted = size - taken.length;
      if (wanted >= data.length) {
        taken += this.shift();
      } else {
        taken += data.slice(0, wanted);
        this.head.data = data.slice(wanted);
      }
    }
    return taken;
  }

  #takeBytes(size) {
    const taken = Buffer.allocUnsafe(size);
    let at = 0;
    while (at < size) {
      const { data } = this.head;
      const wanted = size - at;
      if (wanted >= data.length) {
        taken.set(this.shift(), at);
        at += data.length;
      } else {
        taken.set(data.subarray(0, wanted), at);
        this.head.data = data.subarray(wanted);
        at = size;
      }
    }
    return taken;
  }

  * [Symbol.iterator]() {
    for (let entry = this.head; entry !== null; entry = entry.next) yield entry.data;
  }
}

module.exports = { BufferList };
