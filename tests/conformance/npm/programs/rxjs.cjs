'use strict';
const assert = require('node:assert');
const { from, interval, lastValueFrom, merge, of, Subject, throwError } = require('rxjs');
const { bufferCount, catchError, concatMap, debounceTime, delay, map, mergeMap, retry, scan, take, toArray } = require('rxjs/operators');

(async () => {
  const sums = from([1, 2, 3, 4]).pipe(map((n) => n * 2), scan((a, b) => a + b), bufferCount(2), toArray());
  assert.deepStrictEqual(await lastValueFrom(sums), [[2, 6], [12, 20]]);
  assert.deepStrictEqual(await lastValueFrom(interval(1).pipe(take(3), toArray())), [0, 1, 2]);
  const slowFirst = of(3, 1).pipe(concatMap((n) => of(n).pipe(delay(n))), toArray());
  assert.deepStrictEqual(await lastValueFrom(slowFirst), [3, 1]);
  let tries = 0;
  const flaky = of(0).pipe(mergeMap(() => (++tries < 3 ? throwError(() => new Error('no')) : of('yes'))), retry(5));
  assert.strictEqual(await lastValueFrom(flaky), 'yes');
  const subject = new Subject();
  const debounced = lastValueFrom(merge(subject.pipe(debounceTime(2)), throwError(() => 1).pipe(catchError(() => of()))));
  subject.next('a');
  subject.next('b');
  subject.complete();
  assert.strictEqual(await debounced, 'b');
})();
