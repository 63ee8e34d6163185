'use strict';

/** A binary heap of timer lists, the one that expires first on top; each knows its place in it. */
class Heap {
  #items = [];

  peek() {
    return this.#items[0];
  }

  push(list) {
    this.#items.push(list);
    list.place = this.#items.length - 1;
    this.#up(list);
  }

  remove(list) {
    const items = this.#items;
    const last = items.pop();
    if (last === list) return;
    const { place } = list;
    items[place] = last;
    last.place = place;
    this.#down(last);
    this.#up(last);
  }

  /** To be called when a list's expiry has moved to later. */
  postponed(list) {
    this.#down(list);
  }

  #up(list) {
    const items = this.#items;
    let at = list.place;
    while (at > 0) {
      const above = (at - 1) >> 1;
      const parent = items[above];
      if (!before(list, parent)) break;
      items[at] = parent;
      parent.place = at;
      at = above;
    }
    items[at] = list;
    list.place = at;
  }

  #down(list) {
    const items = this.#items;
    const { length } = items;
    let at = list.place;
    for (;;) {
      let below = 2 * at + 1;
      if (below >= length) break;
      if (below + 1 < length && before(items[below + 1], items[below])) below++;
      const child = items[below];
      if (!before(child, list)) break;
      items[at] = child;
      child.place = at;
      at = below;
    }
    items[at] = list;
    list.place = at;
  }
}

const before = (one, other) => one.expiry < other.expiry || (one.expiry === other.expiry && one.id < other.id);

module.exports = { Heap };
