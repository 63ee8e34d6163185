'use strict';

const assert = require('node:assert');
const { test } = require('kaon:test');

test('listeners are called in order, with the target as this', () => {
  const target = new EventTarget();
  const seen = [];
  target.addEventListener('go', function (event) { seen.push(this === target, event.type, event.target === target); });
  target.addEventListener('go', { handleEvent(event) { seen.push(event.eventPhase); } });
  assert.strictEqual(target.dispatchEvent(new Event('go')), true);
  assert.deepStrictEqual(seen, [true, 'go', true, Event.AT_TARGET]);
});

test('a listener counts once, and for each phase apart', () => {
  const target = new EventTarget();
  let calls = 0;
  const listener = () => calls++;
  target.addEventListener('go', listener);
  target.addEventListener('go', listener);
  target.addEventListener('go', listener, true);
  target.dispatchEvent(new Event('go'));
  assert.strictEqual(calls, 2);
  target.removeEventListener('go', listener);
  target.dispatchEvent(new Event('go'));
  assert.strictEqual(calls, 3);
});

test('once, passive and signal do what they say', () => {
  const target = new EventTarget();
  const controller = new AbortController();
  const seen = [];
  target.addEventListener('go', () => seen.push('once'), { once: true });
  target.addEventListener('go', (event) => event.preventDefault(), { passive: true });
  target.addEventListener('go', () => seen.push('signal'), { signal: controller.signal });
  assert.strictEqual(target.dispatchEvent(new Event('go', { cancelable: true })), true);
  controller.abort();
  target.dispatchEvent(new Event('go'));
  assert.deepStrictEqual(seen, ['once', 'signal']);
});

test('listeners added during a dispatch wait for the next, removed ones are not called', () => {
  const target = new EventTarget();
  const seen = [];
  const last = () => seen.push('removed');
  target.addEventListener('go', () => {
    target.removeEventListener('go', last);
    target.addEventListener('go', () => seen.push('added'));
  });
  target.addEventListener('go', last);
  target.dispatchEvent(new Event('go'));
  assert.deepStrictEqual(seen, []);
});

test('stopImmediatePropagation and preventDefault are heeded', () => {
  const target = new EventTarget();
  target.addEventListener('go', (event) => {
    event.preventDefault();
    event.stopImmediatePropagation();
  });
  target.addEventListener('go', () => assert.fail('called'));
  assert.strictEqual(target.dispatchEvent(new Event('go', { cancelable: true })), false);
});

test('what a listener throws is uncaught, and the next is called', async () => {
  const target = new EventTarget();
  const caught = new Promise((resolve) => process.once('uncaughtException', resolve));
  let called = false;
  target.addEventListener('go', () => { throw new Error('boom'); });
  target.addEventListener('go', () => { called = true; });
  target.dispatchEvent(new Event('go'));
  assert.strictEqual(called, true);
  assert.strictEqual((await caught).message, 'boom');
});

test('wrong arguments are refused in Node\'s words', () => {
  const target = new EventTarget();
  assert.throws(() => new Event(), { code: 'ERR_MISSING_ARGS' });
  assert.throws(() => target.addEventListener('go'), { code: 'ERR_MISSING_ARGS' });
  assert.throws(() => target.addEventListener('go', 5), { code: 'ERR_INVALID_ARG_TYPE' });
  assert.throws(() => target.dispatchEvent({}), { code: 'ERR_INVALID_ARG_TYPE' });
  assert.throws(() => EventTarget.prototype.addEventListener.call({}, 'go', () => {}), { code: 'ERR_INVALID_THIS' });
  assert.throws(() => new AbortSignal(), { code: 'ERR_ILLEGAL_CONSTRUCTOR' });
});

test('a CustomEvent has a detail, which is null by default', () => {
  assert.strictEqual(new CustomEvent('go', { detail: 4 }).detail, 4);
  assert.strictEqual(new CustomEvent('go').detail, null);
});

test('DOMException has a name, a code and a stack', () => {
  const error = new DOMException('no', 'AbortError');
  assert.ok(error instanceof Error);
  assert.strictEqual(error.code, DOMException.ABORT_ERR);
  assert.strictEqual(String(error), 'AbortError: no');
  assert.match(error.stack, /no/);
  assert.strictEqual(new DOMException('no', { name: 'Own', cause: 1 }).cause, 1);
  assert.strictEqual(new DOMException('no', 'Own').code, 0);
});

test('aborting sets the reason and fires once', () => {
  const controller = new AbortController();
  let calls = 0;
  controller.signal.onabort = (event) => {
    calls++;
    assert.strictEqual(event.isTrusted, true);
  };
  controller.abort();
  controller.abort('again');
  assert.strictEqual(calls, 1);
  assert.strictEqual(controller.signal.reason.name, 'AbortError');
  assert.throws(() => controller.signal.throwIfAborted(), { name: 'AbortError' });
});

test('AbortSignal.timeout aborts with a TimeoutError', async () => {
  const signal = AbortSignal.timeout(5);
  const wait = setTimeout(() => {}, 1000);
  await new Promise((resolve) => signal.addEventListener('abort', resolve));
  clearTimeout(wait);
  assert.strictEqual(signal.reason.name, 'TimeoutError');
});

test('AbortSignal.any follows the first, also through another any', () => {
  const controller = new AbortController();
  const inner = AbortSignal.any([new AbortController().signal, controller.signal]);
  const outer = AbortSignal.any([inner]);
  const order = [];
  outer.addEventListener('abort', () => order.push('outer'));
  controller.signal.addEventListener('abort', () => order.push('source', outer.aborted));
  controller.abort('why');
  assert.deepStrictEqual(order, ['source', true, 'outer']);
  assert.strictEqual(outer.reason, 'why');
  assert.strictEqual(AbortSignal.any([AbortSignal.abort(1)]).reason, 1);
});
