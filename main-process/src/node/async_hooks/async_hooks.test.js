'use strict';

const assert = require('node:assert');
const fs = require('node:fs');
const { test } = require('kaon:test');
const { AsyncLocalStorage, AsyncResource, createHook, executionAsyncId, triggerAsyncId } = require('node:async_hooks');

const storage = new AsyncLocalStorage();
const turn = () => new Promise((resolve) => setImmediate(resolve));

test('a store is seen inside of run and nowhere else', () => {
  storage.run('inside', () => assert.strictEqual(storage.getStore(), 'inside'));
  assert.strictEqual(storage.getStore(), undefined);
});

test('a store follows awaits of pending, settled, rejected promises and of plain values', async () => {
  await storage.run('kept', async () => {
    await turn();
    assert.strictEqual(storage.getStore(), 'kept');
    await Promise.resolve();
    await 1;
    assert.strictEqual(storage.getStore(), 'kept');
    await Promise.reject(new Error('no')).catch(() => assert.strictEqual(storage.getStore(), 'kept'));
    try {
      await Promise.reject(new Error('no'));
    } catch {
      assert.strictEqual(storage.getStore(), 'kept');
    }
  });
});

test('those who wait for the same promise keep their own stores', async () => {
  const shared = turn();
  const wait = async () => {
    await shared;
    return storage.getStore();
  };
  const found = await Promise.all([storage.run('one', wait), storage.run('two', wait), wait()]);
  assert.deepStrictEqual(found, ['one', 'two', undefined]);
});

test('a thenable is called, and gone on after, in the context of the await', async () => {
  await storage.run('thenable', async () => {
    let seen;
    await { then(resolve) { seen = storage.getStore(); setImmediate(resolve); } };
    assert.deepStrictEqual([seen, storage.getStore()], ['thenable', 'thenable']);
  });
});

test('ticks, microtasks, timers, immediates and callbacks of natives run in the context of their start', async () => {
  const found = await storage.run('callback', () => Promise.all([
    new Promise((resolve) => process.nextTick(() => resolve(storage.getStore()))),
    new Promise((resolve) => queueMicrotask(() => resolve(storage.getStore()))),
    new Promise((resolve) => setTimeout(() => resolve(storage.getStore()), 1)),
    new Promise((resolve) => setImmediate(() => resolve(storage.getStore()))),
    new Promise((resolve) => fs.stat('.', () => resolve(storage.getStore()))),
  ]));
  assert.deepStrictEqual(found, new Array(5).fill('callback'));
});

test('async generators keep the store', async () => {
  const numbers = async function* () {
    yield storage.getStore();
    await turn();
    yield storage.getStore();
  };
  await storage.run('generator', async () => {
    for await (const seen of numbers()) assert.strictEqual(seen, 'generator');
  });
});

test('enterWith lasts for what follows, exit and disable end it', async () => {
  await turn();
  storage.enterWith('entered');
  await turn();
  assert.strictEqual(storage.getStore(), 'entered');
  storage.exit(() => assert.strictEqual(storage.getStore(), undefined));
  storage.disable();
  assert.strictEqual(storage.getStore(), undefined);
});

test('a storage may have a default and a name', () => {
  const named = new AsyncLocalStorage({ defaultValue: 7, name: 'seven' });
  assert.deepStrictEqual([named.getStore(), named.name], [7, 'seven']);
  assert.strictEqual(named.run(undefined, () => named.getStore()), undefined);
});

test('bind and snapshot take the context along', () => {
  const bound = storage.run('bound', () => AsyncLocalStorage.bind((value) => [value, storage.getStore()]));
  const snapshot = storage.run('shot', () => AsyncLocalStorage.snapshot());
  assert.deepStrictEqual(bound(1), [1, 'bound']);
  assert.strictEqual(snapshot(() => storage.getStore()), 'shot');
});

test('a resource runs functions in its own scope', () => {
  const resource = storage.run('resource', () => new AsyncResource('TEST'));
  const outer = executionAsyncId();
  resource.runInAsyncScope(function (value) {
    assert.deepStrictEqual([this.mark, value, storage.getStore()], ['self', 5, 'resource']);
    assert.strictEqual(executionAsyncId(), resource.asyncId());
    assert.strictEqual(triggerAsyncId(), resource.triggerAsyncId());
  }, { mark: 'self' }, 5);
  assert.strictEqual(executionAsyncId(), outer);
});

test('hooks hear of a timer from its start to its end', async () => {
  const heard = [];
  let id;
  const destroyed = new Promise((resolve) => {
    const hook = createHook({
      init(asyncId, type) {
        if (type !== 'Timeout') return;
        id = asyncId;
        heard.push('init');
      },
      before: (asyncId) => asyncId === id && heard.push('before'),
      after: (asyncId) => asyncId === id && heard.push('after'),
      destroy(asyncId) {
        if (asyncId !== id) return;
        heard.push('destroy');
        hook.disable();
        resolve();
      },
    }).enable();
  });
  setTimeout(() => heard.push('call'), 1);
  await destroyed;
  assert.deepStrictEqual(heard, ['init', 'before', 'call', 'after', 'destroy']);
});

test('reading a promise and its class is as before', () => {
  assert.strictEqual(Promise.resolve().constructor, Promise);
  class Own extends Promise {}
  assert.strictEqual(new Own(() => {}).constructor, Own);
  assert.ok(Own.resolve(1).then(() => {}) instanceof Own);
});
