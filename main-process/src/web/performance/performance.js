'use strict';

const { codes } = require('internal/errors');
const { EventTarget, DOMException } = require('web/events');
const { PerformanceEntry, PerformanceMark, PerformanceMeasure, createMeasure } = require('./entries');
const { PerformanceObserver, PerformanceObserverEntryList } = require('./observer');
const timeline = require('./timeline');

const INSPECT = Symbol.for('nodejs.util.inspect.custom');
const TOKEN = Symbol('token');

const timeOf = (mark) => {
  if (mark === undefined) return undefined;
  if (typeof mark === 'number') {
    if (mark < 0) throw new codes.ERR_PERFORMANCE_INVALID_TIMESTAMP(mark);
    return mark;
  }
  const name = `${mark}`;
  const start = timeline.startOf(name);
  if (start === undefined) throw new DOMException(`The "${name}" performance mark has not been set`, 'SyntaxError');
  return start;
};

const invalid = (message) => new codes.ERR_PERFORMANCE_MEASURE_INVALID_OPTIONS(message);

const spanOf = (from, endMark) => {
  if (typeof from !== 'object' || from === null) {
    const end = timeOf(endMark) ?? native.now();
    return { start: timeOf(typeof from === 'string' ? from : undefined) ?? 0, end };
  }
  const { start, end, duration } = from;
  if (endMark !== undefined) throw invalid('endMark must not be specified');
  if (start !== undefined && end !== undefined && duration !== undefined) {
    throw invalid('Must not have options.start, options.end, and options.duration specified');
  }
  const length = timeOf(duration);
  const last = timeOf(end) ?? (start !== undefined && length !== undefined ? timeOf(start) + length : native.now());
  const first = timeOf(start) ?? (end !== undefined && length !== undefined ? last - length : 0);
  return { start: first, end: last };
};

const requireArguments = (given, name) => {
  if (given === 0) throw new codes.ERR_MISSING_ARGS(name);
};

class Performance extends EventTarget {
  #brand;

  constructor(token = undefined) {
    if (token !== TOKEN) throw new codes.ERR_ILLEGAL_CONSTRUCTOR();
    super();
  }

  static #check(value) {
    if (value === null || typeof value !== 'object' || !(#brand in value)) {
      throw new codes.ERR_INVALID_ARG_TYPE('this', 'Performance', value);
    }
  }

  now() {
    Performance.#check(this);
    return native.now();
  }

  get timeOrigin() {
    Performance.#check(this);
    return origin ?? (origin = native.timeOrigin());
  }

  mark(name, options = {}) {
    Performance.#check(this);
    requireArguments(arguments.length, 'name');
    const mark = new PerformanceMark(name, options);
    timeline.add(mark);
    return mark;
  }

  measure(name, startOrMeasureOptions = undefined, endMark = undefined) {
    Performance.#check(this);
    requireArguments(arguments.length, 'name');
    const { start, end } = spanOf(startOrMeasureOptions, endMark);
    const measure = createMeasure(`${name}`, start, end - start, startOrMeasureOptions?.detail);
    timeline.add(measure);
    return measure;
  }

  clearMarks(name = undefined) {
    Performance.#check(this);
    timeline.clear('mark', name === undefined ? undefined : `${name}`);
  }

  clearMeasures(name = undefined) {
    Performance.#check(this);
    timeline.clear('measure', name === undefined ? undefined : `${name}`);
  }

  // Nothing is loaded over the network here, so there are no resource timings to keep.
  clearResourceTimings() {
    Performance.#check(this);
  }

  getEntries() {
    Performance.#check(this);
    return timeline.select();
  }

  getEntriesByName(name, type = undefined) {
    Performance.#check(this);
    requireArguments(arguments.length, 'name');
    return timeline.select(`${name}`, type);
  }

  getEntriesByType(type) {
    Performance.#check(this);
    requireArguments(arguments.length, 'type');
    return timeline.select(undefined, `${type}`);
  }

  toJSON() {
    Performance.#check(this);
    return { timeOrigin: this.timeOrigin };
  }

  [INSPECT](depth, options, inspect) {
    if (depth < 0) return this;
    const inner = { ...options, depth: options.depth == null ? null : options.depth - 1 };
    return `Performance ${inspect({ timeOrigin: this.timeOrigin }, inner)}`;
  }
}

let origin;

const unsupported = (name) => {
  const method = {
    [name]() {
      throw new codes.ERR_NOT_SUPPORTED(`performance.${name}`);
    },
  };
  Object.defineProperty(Performance.prototype, name, { value: method[name], writable: true, configurable: true });
};

for (const name of Object.getOwnPropertyNames(Performance.prototype)) {
  if (name !== 'constructor') Object.defineProperty(Performance.prototype, name, { enumerable: true });
}
['eventLoopUtilization', 'timerify', 'markResourceTiming', 'setResourceTimingBufferSize'].forEach(unsupported);
Object.defineProperty(Performance.prototype, 'nodeTiming', {
  get() {
    throw new codes.ERR_NOT_SUPPORTED('performance.nodeTiming');
  },
  configurable: true,
});
Object.defineProperty(Performance.prototype, INSPECT, { enumerable: false });
Object.defineProperty(Performance.prototype, Symbol.toStringTag, { value: 'Performance', configurable: true });

module.exports = {
  performance: new Performance(TOKEN),
  Performance,
  PerformanceEntry,
  PerformanceMark,
  PerformanceMeasure,
  PerformanceObserver,
  PerformanceObserverEntryList,
};
