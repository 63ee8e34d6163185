'use strict';

const { codes } = require('internal/errors');
const { validateInteger, validateNumber, validateObject } = require('internal/validators');

const INSPECT = Symbol.for('nodejs.util.inspect.custom');
const TOKEN = Symbol('histogram');
// What an empty histogram has as its smallest value.
const NOTHING = 2n ** 63n - 1n;

/** Counts of values, which are kept to so many figures: as HdrHistogram does, with a row of buckets per power of two. */
class Counts {
  #step;
  #counts = new Map();
  #lowest;
  #highest;
  total = 0;
  exceeds = 0;

  constructor(lowest, highest, figures) {
    this.#lowest = lowest;
    this.#highest = highest;
    // Values below this are kept exactly.
    this.#step = 2 ** Math.ceil(Math.log2(2 * 10 ** figures));
  }

  #width(value) {
    return value < this.#step ? 1 : 2 ** (Math.floor(Math.log2(value / this.#step)) + 1);
  }

  #lowestLike(value) {
    const width = this.#width(value);
    return Math.floor(value / width) * width;
  }

  #highestLike(value) {
    return this.#lowestLike(value) + this.#width(value) - 1;
  }

  record(value, count = 1) {
    if (value > this.#highest || value < this.#lowest) {
      this.exceeds++;
      return;
    }
    const place = this.#lowestLike(value);
    this.#counts.set(place, (this.#counts.get(place) ?? 0) + count);
    this.total += count;
  }

  add(other) {
    for (const [value, count] of other.#counts) this.record(value, count);
    this.exceeds += other.exceeds;
  }

  reset() {
    this.#counts.clear();
    this.total = 0;
    this.exceeds = 0;
  }

  sorted() {
    return [...this.#counts].sort(([one], [other]) => one - other);
  }

  min() {
    return this.total === 0 ? undefined : this.sorted()[0][0];
  }

  max() {
    return this.total === 0 ? 0 : this.#highestLike(this.sorted().at(-1)[0]);
  }

  moments() {
    let sum = 0;
    for (const [value, count] of this.#counts) sum += this.#middle(value) * count;
    const mean = sum / this.total;
    let squares = 0;
    for (const [value, count] of this.#counts) squares += (this.#middle(value) - mean) ** 2 * count;
    return { mean, stddev: Math.sqrt(squares / this.total) };
  }

  #middle(value) {
    return value + Math.floor(this.#width(value) / 2);
  }

  percentile(percent) {
    const wanted = Math.max(Math.ceil((percent / 100) * this.total), 1);
    let seen = 0;
    for (const [value, count] of this.sorted()) {
      seen += count;
      if (seen >= wanted) return percent === 0 ? value : this.#highestLike(value);
    }
    return 0;
  }

  /** Value by percentage, closer and closer to a hundred. */
  percentiles() {
    const found = new Map([[0, this.percentile(0)]]);
    if (this.total === 0) return new Map([[100, 0]]);
    for (let rest = 50; rest >= 100 / this.total / 2 && rest > 1e-6; rest /= 2) found.set(100 - rest, this.percentile(100 - rest));
    return found.set(100, this.percentile(100));
  }
}

function checkPercentile(percentile) {
  validateNumber(percentile, 'percentile');
  if (Number.isNaN(percentile) || percentile <= 0 || percentile > 100) {
    throw new codes.ERR_OUT_OF_RANGE('percentile', '> 0 && <= 100', percentile);
  }
}

const bigger = (map) => new Map([...map].map(([percent, value]) => [percent, BigInt(value)]));

class Histogram {
  #counts;

  constructor(token, counts) {
    if (token !== TOKEN) throw new codes.ERR_ILLEGAL_CONSTRUCTOR();
    this.#counts = counts;
  }

  static countsOf(histogram) {
    if (typeof histogram !== 'object' || histogram === null || !(#counts in histogram)) throw new codes.ERR_INVALID_THIS('Histogram');
    return histogram.#counts;
  }

  get count() { return Histogram.countsOf(this).total; }
  get countBigInt() { return BigInt(this.count); }
  get min() { return Histogram.countsOf(this).min() ?? Number(NOTHING); }
  get minBigInt() { return this.count === 0 ? NOTHING : BigInt(this.min); }
  get max() { return Histogram.countsOf(this).max(); }
  get maxBigInt() { return BigInt(this.max); }
  get mean() { return Histogram.countsOf(this).moments().mean; }
  get stddev() { return Histogram.countsOf(this).moments().stddev; }
  get exceeds() { return Histogram.countsOf(this).exceeds; }
  get exceedsBigInt() { return BigInt(this.exceeds); }
  get percentiles() { return Histogram.countsOf(this).percentiles(); }
  get percentilesBigInt() { return bigger(this.percentiles); }

  percentile(percentile) {
    const counts = Histogram.countsOf(this);
    checkPercentile(percentile);
    return counts.percentile(percentile);
  }

  percentileBigInt(percentile) {
    return BigInt(this.percentile(percentile));
  }

  reset() {
    Histogram.countsOf(this).reset();
  }

  toJSON() {
    const { count, min, max, mean, exceeds, stddev, percentiles } = this;
    return { count, min, max, mean, exceeds, stddev, percentiles: Object.fromEntries(percentiles) };
  }

  [INSPECT](depth, options, inspect) {
    if (depth < 0) return this;
    const { min, max, mean, exceeds, stddev, count, percentiles } = this;
    const inner = { ...options, depth: options.depth == null ? null : options.depth - 1 };
    return `Histogram ${inspect({ min, max, mean, exceeds, stddev, count, percentiles }, inner)}`;
  }
}

class RecordableHistogram extends Histogram {
  #last;

  record(value) {
    const counts = Histogram.countsOf(this);
    if (typeof value !== 'bigint') validateInteger(value, 'val', 1);
    else if (value < 1n || value > NOTHING) throw new codes.ERR_OUT_OF_RANGE('val', `>= 1 && <= ${NOTHING}`, value);
    counts.record(Number(value));
  }

  /** The nanoseconds since the last call. */
  recordDelta() {
    const counts = Histogram.countsOf(this);
    const now = require('node/process').hrtime.bigint();
    if (this.#last !== undefined) counts.record(Math.max(Number(now - this.#last), 1));
    this.#last = now;
  }

  add(other) {
    const counts = Histogram.countsOf(this);
    if (!(other instanceof RecordableHistogram)) throw new codes.ERR_INVALID_ARG_TYPE('other', 'RecordableHistogram', other);
    counts.add(Histogram.countsOf(other));
  }
}

/** How much later than asked for a timer fires. */
class IntervalHistogram extends Histogram {
  #resolution;
  #timer;
  #last;

  constructor(token, counts, resolution) {
    super(token, counts);
    this.#resolution = resolution;
  }

  enable() {
    const counts = Histogram.countsOf(this);
    if (this.#timer !== undefined) return false;
    const now = require('node/process').hrtime.bigint;
    this.#last = now();
    this.#timer = require('internal/timers').setInterval(() => {
      const time = now();
      counts.record(Math.max(Number(time - this.#last), 1));
      this.#last = time;
    }, this.#resolution).unref();
    return true;
  }

  disable() {
    Histogram.countsOf(this);
    if (this.#timer === undefined) return false;
    require('internal/timers').clearInterval(this.#timer);
    this.#timer = undefined;
    return true;
  }
}

function bound(value, name) {
  if (typeof value !== 'bigint') validateInteger(value, name, 1);
  return Number(value);
}

function createHistogram(options = {}) {
  validateObject(options, 'options');
  const { lowest = 1, highest = Number.MAX_SAFE_INTEGER, figures = 3 } = options;
  const from = bound(lowest, 'options.lowest');
  const to = bound(highest, 'options.highest');
  if (to < 2 * from) throw new codes.ERR_OUT_OF_RANGE('options.highest', `>= ${2 * from}`, highest);
  validateInteger(figures, 'options.figures', 1, 5);
  return new RecordableHistogram(TOKEN, new Counts(from, to, figures));
}

function monitorEventLoopDelay(options = {}) {
  validateObject(options, 'options');
  const { resolution = 10 } = options;
  validateInteger(resolution, 'options.resolution', 1);
  return new IntervalHistogram(TOKEN, new Counts(1, 3.6e12, 3), resolution);
}

module.exports = { createHistogram, monitorEventLoopDelay };
