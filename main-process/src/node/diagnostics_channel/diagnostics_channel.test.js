'use strict';

const assert = require('node:assert');
const { test } = require('kaon:test');
const { AsyncLocalStorage } = require('node:async_hooks');
const { channel, hasSubscribers, subscribe, tracingChannel, unsubscribe } = require('node:diagnostics_channel');

test('subscribers get what is published', () => {
  const heard = [];
  const listener = (message, name) => heard.push([name, message]);
  subscribe('test:a', listener);
  assert.ok(hasSubscribers('test:a'));
  channel('test:a').publish(1);
  assert.ok(unsubscribe('test:a', listener));
  channel('test:a').publish(2);
  assert.deepStrictEqual(heard, [['test:a', 1]]);
  assert.ok(!unsubscribe('test:a', listener));
});

test('a bound store is set while a function runs', () => {
  const store = new AsyncLocalStorage();
  const stored = channel('test:store');
  stored.bindStore(store, ({ value }) => value + 1);
  assert.strictEqual(stored.runStores({ value: 1 }, () => store.getStore()), 2);
  assert.ok(stored.unbindStore(store));
  assert.ok(!stored.hasSubscribers);
});

test('a traced promise tells of its start, its result and its end', async () => {
  const tracing = tracingChannel('test:promise');
  const heard = [];
  const on = (name) => (context) => heard.push([name, context.result]);
  tracing.subscribe({ start: on('start'), end: on('end'), asyncStart: on('asyncStart'), asyncEnd: on('asyncEnd') });
  await tracing.tracePromise(async () => 'done', {});
  assert.deepStrictEqual(heard, [['start', undefined], ['end', undefined], ['asyncStart', 'done'], ['asyncEnd', 'done']]);
});

test('a traced function that throws publishes its error', () => {
  const tracing = tracingChannel('test:sync');
  let found;
  tracing.subscribe({ error: ({ error }) => { found = error; } });
  const failure = new Error('no');
  assert.throws(() => tracing.traceSync(() => { throw failure; }), failure);
  assert.strictEqual(found, failure);
});
