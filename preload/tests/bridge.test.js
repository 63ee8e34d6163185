'use strict';

const assert = require('node:assert');
const { test } = require('kaon:test');
const { createWorlds, linkedWorlds } = require('./fake/worlds');

const REFUSED = /^Error: An object could not be cloned\.$/;

/** What the page sees of `api`. */
function exposed(api, isolatedFirst) {
  const worlds = linkedWorlds(isolatedFirst);
  worlds.bridge.ask('expose', 'api', api);
  return { ...worlds, api: worlds.page.window.api };
}

test('the worlds meet whichever starts first', () => {
  for (const isolatedFirst of [true, false]) assert.strictEqual(exposed({ one: 1 }, isolatedFirst).api.one, 1);
});

test('values, lists and nested objects arrive as frozen copies', () => {
  const original = { text: 'a', list: [1, { two: 2 }], nothing: null, date: new Date(5), bytes: new Uint8Array([1]) };
  const { api } = exposed(original);
  assert.deepStrictEqual(api, original);
  assert.notStrictEqual(api.list, original.list);
  for (const object of [api, api.list, api.list[1]]) assert.ok(Object.isFrozen(object));
});

test('the name on the window is fixed and taken names are refused', () => {
  const { page, bridge } = exposed({});
  const { writable, configurable, enumerable } = Object.getOwnPropertyDescriptor(page.window, 'api');
  assert.deepStrictEqual([writable, configurable, enumerable], [false, false, true]);
  for (const name of ['api', 'document', 'toString']) {
    assert.throws(() => bridge.ask('expose', name, {}), /^Error: Cannot bind an API on top of an existing property on the window object$/);
  }
});

test('functions take and give values at once', () => {
  const { api } = exposed({ add: (a, b) => a + b, echo: (value) => value });
  assert.strictEqual(api.add(2, 3), 5);
  assert.deepStrictEqual(api.echo({ a: [undefined, NaN, 10n] }), { a: [undefined, NaN, 10n] });
  assert.ok(!Object.isFrozen(api.echo({})));
});

test('what a function throws arrives as an error of its kind', () => {
  const { api } = exposed({ fail: (error) => { throw error; }, bad() { throw new RangeError('bang'); } });
  assert.throws(() => api.bad(), (error) => error instanceof RangeError && error.message === 'bang');
  assert.throws(() => api.fail('text'), (error) => error === 'text');
});

test('promises settle across', async () => {
  const { api } = exposed({ later: async (value) => ({ value }), never: async () => { throw new TypeError('no'); }, held: Promise.resolve(7) });
  assert.deepStrictEqual(await api.later(1), { value: 1 });
  await assert.rejects(api.never(), /^TypeError: no$/);
  assert.strictEqual(await api.held, 7);
  await assert.rejects((await exposed({ odd: async () => Symbol('s') })).api.odd(), REFUSED);
});

test('callbacks work both ways and come back as themselves', () => {
  const heard = [];
  let kept;
  const { api } = exposed({
    on(callback) {
      assert.ok(kept === undefined || kept === callback);
      kept = callback;
      return () => heard.push('undone');
    },
    same: (callback) => callback,
  });
  const callback = (value, answer) => answer(heard.push(value));
  const undo = api.on(callback);
  api.on(callback);
  let answered;
  kept({ tick: 1 }, (count) => (answered = count));
  undo();
  assert.deepStrictEqual(heard, [{ tick: 1 }, 'undone']);
  assert.strictEqual(answered, 1);
  assert.strictEqual(api.same(callback), callback);
});

test('circles and shared objects survive', () => {
  const { api } = exposed({ echo: (value) => value });
  const circle = { list: [] };
  circle.list.push(circle, circle.list);
  const copy = api.echo(circle);
  assert.strictEqual(copy.list[0], copy);
  assert.strictEqual(copy.list[1], copy.list);
});

test('nodes, symbols and weak maps are refused', () => {
  const { api, page } = exposed({ echo: (value) => value });
  for (const value of [page.window.document, Symbol('s'), new WeakMap(), { deep: [new WeakSet()] }, new Map([[1, () => 1]])]) {
    assert.throws(() => api.echo(value), REFUSED);
  }
});

test('an object too deep is refused in words', () => {
  const { api } = exposed({ echo: (value) => value });
  let deep = {};
  for (let level = 0; level < 1100; level++) deep = { deep };
  assert.throws(() => api.echo(deep), /recursion depth exceeded/);
});

test('keys with a meaning for engines pollute nothing', () => {
  const { api } = exposed({ echo: (value) => value, keys: (value) => Object.keys(value) });
  const hostile = JSON.parse('{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}');
  assert.deepStrictEqual(api.keys(hostile), ['__proto__', 'constructor']);
  assert.strictEqual(Object.getPrototypeOf(api.echo(hostile)), Object.prototype);
  assert.strictEqual({}.polluted, undefined);
});

test('getters and proxies of the page run in the page', () => {
  const { api } = exposed({ echo: (value) => value });
  assert.deepStrictEqual(api.echo({ get x() { return 1; } }), { x: 1 });
  assert.throws(() => api.echo({ get x() { throw new RangeError('mine'); } }), /^RangeError: mine$/);
  assert.deepStrictEqual(api.echo(new Proxy({ a: 1 }, {})), { a: 1 });
});

test('a page that patches its builtins breaks nothing', () => {
  const { api } = exposed({ list: (...args) => args, on: (callback) => callback(1) });
  const patched = [[Array.prototype, 'push'], [Array.prototype, Symbol.iterator], [Map.prototype, 'get'], [Map.prototype, 'set'], [JSON, 'stringify'], [Object, 'keys'], [Function.prototype, 'call'], [Function.prototype, 'apply'], [Promise.prototype, 'then']];
  const saved = patched.map(([object, name]) => object[name]);
  let result;
  let called;
  Object.defineProperty(Array.prototype, 0, { configurable: true, set() { throw new Error('a setter of the page ran'); } });
  for (let at = 0; at < 9; at++) patched[at][0][patched[at][1]] = () => { throw new Error('patched'); };
  try {
    result = api.list({ a: 'x' }, 2);
    called = api.on((value) => value + 1);
  } finally {
    delete Array.prototype[0];
    for (let at = 0; at < 9; at++) patched[at][0][patched[at][1]] = saved[at];
  }
  assert.deepStrictEqual(result, [{ a: 'x' }, 2]);
  assert.strictEqual(called, 2);
});

test('events with guessed names and forged messages do nothing', () => {
  const { api, page, back, bridge } = exposed({ add: (a, b) => a + b });
  const { document, CustomEvent, MouseEvent } = page.window;
  for (const type of ['isolated', 'page', 'hello', 'keyhello', 'keyport']) {
    document.dispatchEvent(new CustomEvent(type, { detail: ['ask', 1, 'expose', ['a', ['forged', 1]]] }));
    document.dispatchEvent(new MouseEvent(type, { relatedTarget: document.createElement('div') }));
  }
  assert.ok(!('forged' in page.window));
  const forged = [null, 1, [], ['call'], ['call', 1], ['call', 1, 99, ['a', []]], ['call', 'x', 1, []], ['ask', 1, 'constructor', ['a', []]], ['ask', 1, '__proto__', null], ['answer', 1, true, ['o', 5]], ['settle', 1, true, ['f']], ['release', {}, 1], ['call', 5, 1, ['o', [1, 2]]], ['call', 5, 1, ['r', 0]], ['call', 5, 1, [['a'], 1]]];
  for (const message of forged) {
    bridge.hear(message);
    back.hear(message);
  }
  assert.strictEqual(api.add(1, 2), 3);
});

test('code runs in the page’s world on request', () => {
  const { bridge } = linkedWorlds();
  assert.strictEqual(bridge.ask('evaluate', '1 + 1'), 2);
  assert.throws(() => bridge.ask('evaluate', 'nonsense('), SyntaxError);
  assert.strictEqual(bridge.ask('run', String((a, b) => a * b), [6, 7]), 42);
});

test('nothing of the meeting is left on the document', () => {
  const { page, isolated } = createWorlds();
  let met = 0;
  isolated.load('bridge/port').offer('key', { __proto__: null }, () => met++);
  page.load('bridge/port').accept('key', page.load('bridge/expose'), () => met++);
  page.window.document.dispatchEvent(new page.window.CustomEvent('keyhello'));
  assert.strictEqual(met, 2);
});
