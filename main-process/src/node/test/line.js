'use strict';

/** The subtests of one test: how many run at a time, and in which order they are reported. */
class Line {
  active = 0;
  // Those that wait for room, each with the functions that settle its start; taken from `#next` on.
  #waiting = [];
  #next = 0;
  // Finished ones by number, until all before them are reported.
  #done = new Map();
  #turn = 1;

  constructor(test) {
    this.test = test;
  }

  get hasRoom() {
    return this.test.concurrency > this.active;
  }

  get isIdle() {
    return this.active === 0 && this.#next === this.#waiting.length && this.#done.size === 0;
  }

  enter(child) {
    if (this.hasRoom) return this.#letIn(child);
    return new Promise((resolve, reject) => {
      this.#waiting.push({ child, resolve, reject });
    });
  }

  #letIn(child) {
    child.report.send('test:dequeue', { type: child.type });
    return child.run();
  }

  /** One has finished: it is reported when its turn comes, and the next may run. */
  leave(child) {
    this.active--;
    this.#done.set(child.report.number, child);
    this.reportReady(false);
    while (this.#next < this.#waiting.length && this.hasRoom) {
      const { child: next, resolve, reject } = this.#waiting[this.#next++];
      this.#letIn(next).then(resolve, reject);
    }
  }

  #isOnTurn() {
    const { parent, report } = this.test;
    return parent === null || (parent.line.#turn === report.number && parent.line.#isOnTurn());
  }

  isTurnOf(child) {
    return this.#turn === child.report.number && this.#isOnTurn();
  }

  /** Reports those whose turn it is; `clear` says that it is this test's own turn. */
  reportReady(clear) {
    let child = this.#done.get(this.#turn);
    if (child === undefined || !(clear || this.#isOnTurn())) return;
    for (; child !== undefined; child = this.#done.get(this.#turn)) {
      this.#done.delete(this.#turn);
      child.line.reportReady(true);
      child.report.show();
      this.#turn++;
    }
  }

  /** Those that have not been started never will be. */
  clear() {
    this.#waiting = [];
    this.#next = 0;
  }
}

module.exports = { Line };
