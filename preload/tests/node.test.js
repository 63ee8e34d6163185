'use strict';

const assert = require('node:assert');
const { test } = require('kaon:test');
const { loaderFor } = require('./fake/worlds');

// In a page a channel holds nothing; here it would hold the process.
const channels = [];
class RememberedChannel extends MessageChannel {
  constructor() {
    super();
    channels.push(this);
  }
}

const load = loaderFor({ URL, URLSearchParams, MessageChannel: RememberedChannel, setTimeout, clearTimeout, setInterval, clearInterval });
const EventEmitter = load('node/events');

test('listeners run in order, once means once', () => {
  const emitter = new EventEmitter();
  const calls = [];
  const first = (...args) => calls.push(['first', ...args]);
  emitter.on('a', first).once('a', () => calls.push(['once'])).prependListener('a', () => calls.push(['before']));
  assert.strictEqual(emitter.emit('a', 1, 2), true);
  assert.strictEqual(emitter.emit('a', 3), true);
  assert.deepStrictEqual(calls, [['before'], ['first', 1, 2], ['once'], ['before'], ['first', 3]]);
  emitter.off('a', first).removeAllListeners('a');
  assert.strictEqual(emitter.emit('a'), false);
  assert.deepStrictEqual(emitter.eventNames(), []);
});

test('listeners that come or go while an event runs do not change who hears it', () => {
  const emitter = new EventEmitter();
  const calls = [];
  const gone = () => calls.push('gone');
  emitter.on('a', () => {
    emitter.off('a', gone);
    emitter.on('a', () => calls.push('late'));
  });
  emitter.on('a', gone);
  emitter.emit('a');
  assert.deepStrictEqual(calls, ['gone']);
});

test('an error that nobody hears is thrown', () => {
  const emitter = new EventEmitter();
  assert.throws(() => emitter.emit('error', new RangeError('x')), RangeError);
  assert.throws(() => emitter.emit('error', 'x'), (error) => error.code === 'ERR_UNHANDLED_ERROR' && error.message === "Unhandled error. ('x')");
  assert.throws(() => emitter.on('a', 5), (error) => error.code === 'ERR_INVALID_ARG_TYPE' && error instanceof TypeError);
});

test('emitters tell of their listeners', () => {
  const emitter = new EventEmitter();
  const told = [];
  const listener = () => {};
  emitter.on('newListener', (type, fn) => told.push(['new', type, fn === listener]));
  emitter.on('removeListener', (type, fn) => told.push(['gone', type, fn === listener]));
  emitter.once('a', listener);
  emitter.off('a', listener);
  assert.deepStrictEqual(told, [['new', 'removeListener', false], ['new', 'a', true], ['gone', 'a', true]]);
  assert.strictEqual(emitter.listenerCount('newListener'), 1);
});

test('emitters can be inherited the old way and show nothing of themselves', async () => {
  function Old() {
    EventEmitter.call(this);
  }
  Object.setPrototypeOf(Old.prototype, EventEmitter.prototype);
  const old = new Old();
  const next = EventEmitter.once(old, 'a');
  old.emit('a', 1, 2);
  assert.deepStrictEqual(await next, [1, 2]);
  assert.deepStrictEqual(Object.keys(old), []);
});

test('immediates run in order and can be taken back', async () => {
  const { setImmediate, clearImmediate } = load('node/timers');
  const ran = [];
  setImmediate((value) => ran.push(value), 1);
  clearImmediate(setImmediate(() => ran.push('never')));
  await new Promise((resolve) => setImmediate(resolve));
  assert.deepStrictEqual(ran, [1]);
  for (const { port1 } of channels) port1.close();
});

test('bytes become text and back in every encoding', () => {
  const { Buffer } = load('node/buffer');
  for (const name of ['utf8', 'utf16le', 'base64', 'base64url', 'hex']) {
    const bytes = Buffer.from('héllo wörld!');
    assert.ok(Buffer.from(bytes.toString(name), name).equals(bytes), name);
  }
  assert.strictEqual(Buffer.from([0xff, 0xfe]).toString('latin1'), 'ÿþ');
  assert.strictEqual(Buffer.concat([Buffer.from('a'), Buffer.from('b')]).toString(), 'ab');
  assert.strictEqual(Buffer.from('_-8', 'base64').toString('hex'), 'ffef');
  assert.strictEqual(JSON.stringify(Buffer.from('a')), '{"type":"Buffer","data":[97]}');
  assert.throws(() => Buffer.from('a', 'nope'), (error) => error.code === 'ERR_UNKNOWN_ENCODING');
  assert.throws(() => Buffer.from(5), TypeError);
});

test('old style URLs are parsed, formatted and resolved', () => {
  const url = load('node/url');
  const { protocol, host, hostname, port, pathname, search, query, hash, auth } = url.parse('http://u:p@Host.com:80/a/b?x=1#h');
  assert.deepStrictEqual([protocol, host, hostname, port, pathname, search, query, hash, auth], ['http:', 'host.com:80', 'host.com', '80', '/a/b', '?x=1', 'x=1', '#h', 'u:p']);
  assert.strictEqual(url.parse('/a?b=c', true).query.b, 'c');
  assert.strictEqual(url.format({ protocol: 'file', slashes: true, pathname: '/a b/c' }), 'file:///a b/c');
  assert.strictEqual(url.resolve('/one/two', 'three'), '/one/three');
  assert.strictEqual(url.resolve('http://a.com/b', '../c'), 'http://a.com/c');
  assert.strictEqual(url.fileURLToPath('file:///a%20b/c'), '/a b/c');
  assert.strictEqual(url.pathToFileURL('/a b/#c').href, 'file:///a%20b/%23c');
});
