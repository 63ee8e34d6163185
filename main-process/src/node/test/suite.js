'use strict';

const { performance } = require('web/performance');
const { failureOf } = require('./failure');
const { stopper } = require('./stop');
const { within } = require('./current');
const { SuiteContext } = require('./context');
const { TestCase, once } = require('./test_case');

/** A suite: its function says at once what its tests are; they run when its turn comes. */
class Suite extends TestCase {
  static type = 'suite';
  isBuilding = true;

  constructor(settled, place) {
    super(settled, place);
    this.building = this.#build();
  }

  get context() {
    this.ownContext ??= new SuiteContext(this);
    return this.ownContext;
  }

  #build() {
    if (this.skipped) {
      this.isBuilding = false;
      return undefined;
    }
    try {
      const outcome = within(this, this.fn, this.context, [this.context]);
      if (typeof outcome?.then !== 'function') {
        this.isBuilding = false;
        return undefined;
      }
      return Promise.resolve(outcome).then(() => {}, (error) => this.fail(failureOf(error))).finally(() => {
        this.isBuilding = false;
      });
    } catch (error) {
      this.isBuilding = false;
      this.fail(failureOf(error));
    }
    return undefined;
  }

  async run() {
    this.parent.line.active++;
    let release;
    const after = once(() => this.hooks.run('after', this.context));
    try {
      await this.building;
      this.startTime = performance.now();
      if (this.isAborted) {
        this.subtests = [];
        this.finish();
        return;
      }
      await this.parent.hooks.run('before', this.parent.context);
      if (!this.skipped) await this.hooks.run('before', this.context);
      const stop = stopper(this.timeout, this.signal);
      release = stop.release;
      const subtests = this.skipped || this.error !== null ? [] : this.subtests;
      await Promise.race([Promise.all(subtests.map((subtest) => subtest.start())), stop.promise]);
      await after();
      this.pass();
    } catch (error) {
      await Promise.resolve().then(after).catch(() => {});
      this.fail(failureOf(error));
    } finally {
      release?.();
    }
    this.finish();
  }
}

module.exports = { Suite };
