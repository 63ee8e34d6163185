'use strict';

const assert = require('node:assert');
const { test } = require('kaon:test');
const timers = require('node:timers');
const promises = require('node:timers/promises');

test('ticks come before promises, and these before timers and immediates', async () => {
  const seen = [];
  await new Promise((resolve) => {
    setImmediate(() => {
      setTimeout(() => seen.push('timer'), 0);
      setImmediate(() => {
        seen.push('immediate');
        setTimeout(resolve, 5);
      });
      Promise.resolve().then(() => seen.push('promise'));
      process.nextTick(() => seen.push('tick'));
      queueMicrotask(() => seen.push('microtask'));
      seen.push('now');
    });
  });
  assert.deepStrictEqual(seen.slice(0, 4), ['now', 'tick', 'promise', 'microtask']);
  assert.deepStrictEqual(seen.slice(4).sort(), ['immediate', 'timer']);
});

test('ticks and promises run after each timer and each immediate', async () => {
  const seen = [];
  const both = (name) => {
    seen.push(name);
    process.nextTick(() => seen.push(`${name} tick`));
    Promise.resolve().then(() => seen.push(`${name} promise`));
  };
  setTimeout(both, 1, 'a');
  setTimeout(both, 1, 'b');
  await promises.setTimeout(5);
  setImmediate(both, 'c');
  setImmediate(both, 'd');
  await promises.setTimeout(5);
  const expected = ['a', 'b', 'c', 'd'].flatMap((name) => [name, `${name} tick`, `${name} promise`]);
  assert.deepStrictEqual(seen, expected);
});

test('timers fire by their time, and those of one duration by their start', async () => {
  const seen = [];
  setTimeout(() => seen.push(120), 120);
  setTimeout(() => seen.push(10), 10);
  setTimeout(() => seen.push('10 later'), 10);
  setTimeout(() => seen.push(1), 0);
  setTimeout(() => seen.push('1 later'), 1);
  await promises.setTimeout(150);
  assert.deepStrictEqual(seen, [1, '1 later', 10, '10 later', 120]);
});

test('what one timer throws does not keep the others from running', async () => {
  const seen = [];
  const listener = (error) => seen.push(error);
  process.on('uncaughtException', listener);
  setTimeout(() => { throw 'timer'; }, 1);
  setTimeout(() => seen.push('next'), 1);
  await promises.setTimeout(5);
  setImmediate(() => { throw 'immediate'; });
  setImmediate(() => seen.push('next'));
  await promises.setTimeout(5);
  process.removeListener('uncaughtException', listener);
  assert.deepStrictEqual(seen, ['timer', 'next', 'immediate', 'next']);
});

test('intervals repeat until they are cleared, also from inside', async () => {
  let count = 0;
  await new Promise((resolve) => {
    const interval = setInterval((step) => {
      count += step;
      if (count < 6) return;
      clearInterval(interval);
      setTimeout(resolve, 5);
    }, 1, 2);
  });
  assert.strictEqual(count, 6);
});

test('a timer can be cleared by its number', async () => {
  clearTimeout(+setTimeout(() => assert.fail('called'), 1));
  clearTimeout(`${+setTimeout(() => assert.fail('called'), 1)}`);
  clearTimeout(null);
  clearTimeout({});
  await promises.setTimeout(5);
});

test('an immediate that another clears does not run, and a new one waits for the next round', async () => {
  const seen = [];
  await new Promise((resolve) => {
    setImmediate(() => {
      clearImmediate(second);
      setImmediate(() => {
        seen.push('new');
        resolve();
      });
    });
    const second = setImmediate(() => seen.push('cleared'));
    setImmediate(() => seen.push('third'));
  });
  assert.deepStrictEqual(seen, ['third', 'new']);
});

test('refresh starts a timer again, also after it fired', async () => {
  let count = 0;
  const timer = setTimeout(() => count++, 5);
  await promises.setTimeout(10);
  assert.strictEqual(count, 1);
  timer.refresh();
  await promises.setTimeout(15);
  assert.strictEqual(count, 2);
});

test('ref, unref and hasRef', () => {
  const timer = setTimeout(() => {}, 1e6);
  assert.strictEqual(timer.hasRef(), true);
  assert.strictEqual(timer.unref(), timer);
  assert.strictEqual(timer.hasRef(), false);
  assert.strictEqual(timer.ref().hasRef(), true);
  timer.close();
  assert.strictEqual(timer.hasRef(), false);
  const immediate = setImmediate(() => {});
  assert.strictEqual(immediate.unref().hasRef(), false);
  immediate.ref();
});

test('a duration that is too long becomes 1, with a warning', async () => {
  const warned = new Promise((resolve) => process.once('warning', resolve));
  const timer = setTimeout(() => {}, 2 ** 31);
  assert.strictEqual(timer._idleTimeout, 1);
  assert.strictEqual((await warned).name, 'TimeoutOverflowWarning');
});

test('a callback has to be a function', () => {
  assert.throws(() => setTimeout('code', 1), { code: 'ERR_INVALID_ARG_TYPE' });
  assert.throws(() => setImmediate(), { code: 'ERR_INVALID_ARG_TYPE' });
});

test('promises deliver their value or the abort', async () => {
  assert.strictEqual(await promises.setTimeout(1, 'a'), 'a');
  assert.strictEqual(await promises.setImmediate('b'), 'b');
  const controller = new AbortController();
  const waiting = promises.setTimeout(1e6, 'c', { signal: controller.signal });
  controller.abort('why');
  await assert.rejects(waiting, { code: 'ABORT_ERR', cause: 'why' });
  await assert.rejects(promises.setTimeout('x'), { code: 'ERR_INVALID_ARG_TYPE' });
  await promises.scheduler.wait(1);
  await promises.scheduler.yield();
});

test('the interval of promises ends with its loop', async () => {
  let count = 0;
  for await (const value of promises.setInterval(1, 'x')) {
    assert.strictEqual(value, 'x');
    if (++count === 3) break;
  }
  assert.strictEqual(count, 3);
});

test('legacy timers are objects of one\'s own', async () => {
  let fired = 0;
  const item = { _onTimeout() { fired++; } };
  timers.enroll(item, 1);
  timers.active(item);
  await promises.setTimeout(5);
  assert.strictEqual(fired, 1);
  timers.active(item);
  timers.unenroll(item);
  await promises.setTimeout(5);
  assert.strictEqual(fired, 1);
});
