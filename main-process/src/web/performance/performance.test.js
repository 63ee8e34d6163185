'use strict';

const assert = require('node:assert');
const { test } = require('kaon:test');
const { inspect } = require('node:util');

const names = (entries) => entries.map((entry) => entry.name);
const fresh = () => {
  performance.clearMarks();
  performance.clearMeasures();
};

test('now goes forward from timeOrigin', () => {
  const [one, other] = [performance.now(), performance.now()];
  assert.ok(one > 0 && other >= one);
  assert.ok(Math.abs(performance.timeOrigin + other - Date.now()) < 1000);
  assert.strictEqual(performance.timeOrigin, performance.timeOrigin);
  assert.deepStrictEqual(Object.keys(performance.toJSON()).includes('timeOrigin'), true);
});

test('marks carry a time and a copy of their detail', () => {
  fresh();
  const detail = { x: 1 };
  const mark = performance.mark('a', { detail, startTime: 5 });
  detail.x = 2;
  assert.deepStrictEqual(mark.toJSON(), { name: 'a', entryType: 'mark', startTime: 5, duration: 0, detail: { x: 1 } });
  assert.strictEqual(performance.mark('b').detail, null);
  assert.strictEqual(mark instanceof PerformanceMark && mark instanceof PerformanceEntry, true);
  assert.throws(() => performance.mark(), { code: 'ERR_MISSING_ARGS' });
  assert.throws(() => performance.mark('a', { startTime: -1 }), { code: 'ERR_PERFORMANCE_INVALID_TIMESTAMP' });
  assert.throws(() => performance.mark('a', { startTime: 'x' }), { code: 'ERR_INVALID_ARG_TYPE' });
  assert.throws(() => performance.mark('a', 1), { code: 'ERR_INVALID_ARG_TYPE' });
});

test('measures span marks, times and durations', () => {
  fresh();
  performance.mark('a', { startTime: 1 });
  performance.mark('b', { startTime: 4 });
  const span = (...args) => {
    const { startTime, duration } = performance.measure('m', ...args);
    return [startTime, duration];
  };
  assert.deepStrictEqual(span('a', 'b'), [1, 3]);
  assert.deepStrictEqual(span({ start: 'a', end: 'b' }), [1, 3]);
  assert.deepStrictEqual(span({ start: 1, duration: 3 }), [1, 3]);
  assert.deepStrictEqual(span({ end: 5, duration: 3 }), [2, 3]);
  assert.deepStrictEqual(span(undefined, 'b'), [0, 4]);
  assert.ok(span()[1] > 0);
  assert.throws(() => performance.measure('m', 'nope'), {
    name: 'SyntaxError',
    code: 12,
    message: 'The "nope" performance mark has not been set',
  });
  const invalid = { code: 'ERR_PERFORMANCE_MEASURE_INVALID_OPTIONS' };
  assert.throws(() => performance.measure('m', { start: 1, end: 2, duration: 3 }), invalid);
  assert.throws(() => performance.measure('m', { start: 1 }, 'b'), invalid);
});

test('entries are found by name and type, in the order of their start', () => {
  fresh();
  performance.mark('late', { startTime: 9 });
  performance.mark('early', { startTime: 1 });
  performance.measure('m', { start: 5, end: 6 });
  assert.deepStrictEqual(names(performance.getEntries()), ['early', 'm', 'late']);
  assert.deepStrictEqual(names(performance.getEntriesByType('mark')), ['early', 'late']);
  assert.deepStrictEqual(names(performance.getEntriesByName('m')), ['m']);
  assert.deepStrictEqual(performance.getEntriesByName('m', 'mark'), []);
  performance.clearMarks('late');
  assert.deepStrictEqual(names(performance.getEntries()), ['early', 'm']);
  fresh();
  assert.deepStrictEqual(performance.getEntries(), []);
});

test('an observer hears later, once, of everything it asked for', async () => {
  fresh();
  const heard = [];
  const observer = new PerformanceObserver((list, self) => {
    heard.push([names(list.getEntries()), self === observer, names(list.getEntriesByType('measure'))]);
  });
  observer.observe({ entryTypes: ['mark', 'measure', 'unknown'] });
  performance.mark('one', { startTime: 1 });
  performance.measure('two', { start: 2, end: 3 });
  await Promise.resolve();
  assert.deepStrictEqual(heard, []);
  await new Promise((resolve) => setTimeout(resolve, 20));
  assert.deepStrictEqual(heard, [[['one', 'two'], true, ['two']]]);
  observer.disconnect();
  performance.mark('three');
  await new Promise((resolve) => setTimeout(resolve, 20));
  assert.strictEqual(heard.length, 1);
});

test('an observer may ask for what was before, and take its records early', () => {
  fresh();
  performance.mark('before');
  const observer = new PerformanceObserver(() => assert.fail('nothing is left to hear'));
  observer.observe({ type: 'mark', buffered: true });
  performance.mark('after');
  assert.deepStrictEqual(names(observer.takeRecords()), ['before', 'after']);
  assert.throws(() => observer.observe({ entryTypes: ['mark'] }), { name: 'InvalidModificationError' });
  observer.disconnect();
});

test('observers are told what is wrong', () => {
  assert.throws(() => new PerformanceObserver(), { code: 'ERR_INVALID_ARG_TYPE' });
  const observer = new PerformanceObserver(() => {});
  assert.throws(() => observer.observe({}), { code: 'ERR_MISSING_ARGS' });
  assert.throws(() => observer.observe({ entryTypes: 1 }), { code: 'ERR_INVALID_ARG_TYPE' });
  assert.throws(() => observer.observe({ type: 'mark', entryTypes: ['mark'] }), { code: 'ERR_INVALID_ARG_VALUE' });
  assert.deepStrictEqual([...PerformanceObserver.supportedEntryTypes], ['mark', 'measure']);
});

test('nobody makes an entry or a Performance', () => {
  for (const Kind of [PerformanceEntry, PerformanceMeasure, performance.constructor]) {
    assert.throws(() => new Kind(), { code: 'ERR_ILLEGAL_CONSTRUCTOR' });
  }
  assert.throws(() => performance.now.call({}), { code: 'ERR_INVALID_ARG_TYPE' });
});

test('what is missing says so', () => {
  for (const name of ['eventLoopUtilization', 'timerify', 'markResourceTiming', 'setResourceTimingBufferSize']) {
    assert.throws(() => performance[name](), { code: 'ERR_NOT_SUPPORTED' }, name);
  }
  assert.throws(() => performance.nodeTiming, { code: 'ERR_NOT_SUPPORTED' });
});

test('inspecting shows an entry\'s fields', () => {
  const shown = inspect(new PerformanceMark('q', { startTime: 2 }));
  assert.match(shown, /^PerformanceMark \{\s+name: 'q',\s+entryType: 'mark',\s+startTime: 2,\s+duration: 0,\s+detail: null\s+\}$/);
});
