'use strict';

// In seconds; what has no time of its own is kept that long.
const LONGEST = 3600;
const MOST = 1000;

/** Answers, for as long as their servers say that they hold. */
class Cache {
  constructor() {
    this.answers = new Map();
  }

  get(name, type) {
    const found = this.answers.get(`${type} ${name}`);
    return found !== undefined && found.until > Date.now() ? found.rows : undefined;
  }

  add(name, type, rows) {
    const lifetimes = rows.filter(([kind]) => kind !== 'SOA').map(([, ttl]) => ttl);
    const seconds = Math.min(LONGEST, ...lifetimes);
    if (seconds === 0) return;
    if (this.answers.size >= MOST) this.answers.clear();
    this.answers.set(`${type} ${name}`, { rows, until: Date.now() + seconds * 1000 });
  }
}

module.exports = { Cache };
