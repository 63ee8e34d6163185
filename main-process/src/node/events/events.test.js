'use strict';

const assert = require('node:assert');
const { test } = require('kaon:test');
const EventEmitter = require('node:events');

const { once, on } = EventEmitter;

test('listeners are called in order with all arguments', () => {
  const emitter = new EventEmitter();
  const seen = [];
  emitter.on('go', (...args) => seen.push(args));
  emitter.prependListener('go', function () { seen.push(this === emitter); });
  assert.strictEqual(emitter.emit('go', 1, 2, 3, 4, 5), true);
  assert.strictEqual(emitter.emit('stay'), false);
  assert.deepStrictEqual(seen, [true, [1, 2, 3, 4, 5]]);
});

test('a function that is no class can inherit from it', () => {
  function Old() { EventEmitter.call(this); }
  Object.setPrototypeOf(Old.prototype, EventEmitter.prototype);
  const emitter = new Old();
  let called = 0;
  emitter.on('go', () => called++);
  emitter.emit('go');
  assert.strictEqual(called, 1);
});

test('a list that changes while it is emitted stays as it was for that emit', () => {
  const emitter = new EventEmitter();
  const seen = [];
  const second = () => seen.push('second');
  emitter.on('go', () => {
    emitter.removeListener('go', second);
    emitter.on('go', () => seen.push('third'));
  });
  emitter.on('go', second);
  emitter.emit('go');
  assert.deepStrictEqual(seen, ['second']);
});

test('newListener comes before, removeListener after', () => {
  const emitter = new EventEmitter();
  const seen = [];
  const listener = () => {};
  emitter.on('newListener', (name, given) => seen.push('new', name, given === listener, emitter.listenerCount(name)));
  emitter.once('go', listener);
  emitter.on('removeListener', (name, given) => seen.push('removed', name, given === listener, emitter.listenerCount(name)));
  emitter.emit('go');
  assert.deepStrictEqual(seen.slice(0, 4), ['new', 'go', true, 0]);
  assert.deepStrictEqual(seen.slice(-4), ['removed', 'go', true, 0]);
});

test('an error without a listener is thrown, and a monitor sees it', () => {
  const emitter = new EventEmitter();
  let seen;
  emitter.on(EventEmitter.errorMonitor, (error) => { seen = error; });
  const error = new Error('boom');
  assert.throws(() => emitter.emit('error', error), error);
  assert.strictEqual(seen, error);
  assert.throws(() => emitter.emit('error', { a: 1 }), { code: 'ERR_UNHANDLED_ERROR', message: 'Unhandled error. ({ a: 1 })' });
});

test('once wrappers show in rawListeners alone', () => {
  const emitter = new EventEmitter();
  const listener = () => {};
  emitter.once('go', listener);
  assert.deepStrictEqual(emitter.listeners('go'), [listener]);
  assert.strictEqual(emitter.rawListeners('go')[0].listener, listener);
  assert.strictEqual(emitter.listenerCount('go', listener), 1);
  emitter.off('go', listener);
  assert.deepStrictEqual(emitter.eventNames(), []);
});

test('removeAllListeners tells of each listener, last first', () => {
  const emitter = new EventEmitter();
  const seen = [];
  const one = () => {};
  const two = () => {};
  emitter.on('go', one).on('go', two).on('removeListener', (_, listener) => seen.push(listener));
  emitter.removeAllListeners('go');
  assert.deepStrictEqual(seen, [two, one]);
});

test('too many listeners are warned of once', async () => {
  const emitter = new EventEmitter().setMaxListeners(1);
  const warned = once(process, 'warning');
  for (let index = 0; index < 4; index++) emitter.on('go', () => {});
  const [warning] = await warned;
  assert.strictEqual(warning.name, 'MaxListenersExceededWarning');
  assert.deepStrictEqual([warning.count, warning.type, warning.emitter], [2, 'go', emitter]);
});

test('rejections of async listeners become errors when asked for', async () => {
  const emitter = new EventEmitter({ captureRejections: true });
  emitter.on('go', async () => { throw new Error('late'); });
  const failed = once(emitter, 'error');
  emitter.emit('go');
  assert.strictEqual((await failed)[0].message, 'late');
});

test('once resolves with the arguments, rejects with an error and heeds a signal', async () => {
  const emitter = new EventEmitter();
  const waiting = once(emitter, 'go');
  emitter.emit('go', 1, 2);
  assert.deepStrictEqual(await waiting, [1, 2]);
  const failing = once(emitter, 'go');
  emitter.emit('error', new Error('no'));
  await assert.rejects(failing, /no/);
  const controller = new AbortController();
  const aborted = once(emitter, 'go', { signal: controller.signal });
  controller.abort();
  await assert.rejects(aborted, { code: 'ABORT_ERR' });
  assert.strictEqual(emitter.listenerCount('go') + emitter.listenerCount('error'), 0);
});

test('on iterates over events until it is closed', async () => {
  const emitter = new EventEmitter();
  const seen = [];
  setImmediate(() => {
    emitter.emit('go', 1);
    emitter.emit('go', 2);
    emitter.emit('end');
  });
  for await (const [value] of on(emitter, 'go', { close: ['end'] })) seen.push(value);
  assert.deepStrictEqual(seen, [1, 2]);
  assert.strictEqual(emitter.listenerCount('go'), 0);
});

test('event targets are asked the same way', async () => {
  const target = new EventTarget();
  const listener = () => {};
  target.addEventListener('go', listener);
  assert.deepStrictEqual(EventEmitter.getEventListeners(target, 'go'), [listener]);
  EventEmitter.setMaxListeners(3, target);
  assert.strictEqual(EventEmitter.getMaxListeners(target), 3);
  const waiting = once(target, 'go');
  target.dispatchEvent(new Event('go'));
  assert.strictEqual((await waiting)[0].type, 'go');
});

test('addAbortListener can be taken back and is called for an aborted signal, too', async () => {
  const controller = new AbortController();
  const listening = EventEmitter.addAbortListener(controller.signal, () => assert.fail('called'));
  listening[Symbol.dispose]();
  controller.abort();
  await new Promise((resolve) => EventEmitter.addAbortListener(AbortSignal.abort(), resolve));
});
