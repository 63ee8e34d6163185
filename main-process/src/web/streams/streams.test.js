'use strict';

const assert = require('node:assert');
const { test } = require('kaon:test');
const { inspect } = require('node:util');
const web = require('node:stream/web');

const of = (...chunks) => new ReadableStream({
  start(controller) {
    for (const chunk of chunks) controller.enqueue(chunk);
    controller.close();
  },
});
const collect = async (stream) => {
  const chunks = [];
  for await (const chunk of stream) chunks.push(chunk);
  return chunks;
};

test('a stream is read chunk by chunk until it is over', async () => {
  const reader = of(1, 2).getReader();
  assert.deepStrictEqual(await reader.read(), { value: 1, done: false });
  assert.deepStrictEqual(await reader.read(), { value: 2, done: false });
  assert.deepStrictEqual(await reader.read(), { value: undefined, done: true });
  await reader.closed;
});

test('a source is pulled only as far as its reader wants', async () => {
  let pulls = 0;
  const stream = new ReadableStream({
    pull(controller) {
      controller.enqueue(pulls++);
    },
  }, { highWaterMark: 2 });
  const reader = stream.getReader();
  await reader.read();
  await new Promise(setImmediate);
  assert.strictEqual(pulls, 3);
});

test('failures reach whoever reads', async () => {
  const failure = new Error('no');
  const stream = new ReadableStream({ pull: () => Promise.reject(failure) });
  await assert.rejects(stream.getReader().read(), failure);
});

test('iterating cancels what it leaves, unless told not to', async () => {
  let reason = 'none';
  const make = () => new ReadableStream({
    pull: (controller) => controller.enqueue(1),
    cancel(given) {
      reason = given;
    },
  });
  const kept = make();
  for await (const chunk of kept.values({ preventCancel: true })) if (chunk === 1) break;
  assert.deepStrictEqual([reason, kept.locked], ['none', false]);
  for await (const chunk of make()) if (chunk === 1) break;
  assert.strictEqual(reason, undefined);
});

test('any iterable is a stream', async () => {
  async function* numbers() {
    yield 1;
    yield 2;
  }
  assert.deepStrictEqual(await collect(ReadableStream.from(numbers())), [1, 2]);
  assert.deepStrictEqual(await collect(ReadableStream.from([Promise.resolve(1), 2])), [1, 2]);
  assert.throws(() => ReadableStream.from(1), { code: 'ERR_ARG_NOT_ITERABLE' });
});

test('a byte stream fills the buffers of its reader', async () => {
  const stream = new ReadableStream({
    type: 'bytes',
    pull(controller) {
      controller.byobRequest.view[0] = 7;
      controller.byobRequest.respond(1);
    },
  });
  const reader = stream.getReader({ mode: 'byob' });
  const buffer = new ArrayBuffer(4);
  const { value } = await reader.read(new Uint8Array(buffer));
  assert.deepStrictEqual([value.length, value[0], value.buffer.byteLength, buffer.detached], [1, 7, 4, true]);
  const whole = await reader.read(new Uint16Array(2), { min: 2 });
  assert.deepStrictEqual([...whole.value], [0x0707, 0x0707]);
});

test('both branches of a tee get every chunk', async () => {
  const [first, second] = of('a', 'b').tee();
  assert.deepStrictEqual(await Promise.all([collect(first), collect(second)]), [['a', 'b'], ['a', 'b']]);
});

test('a sink gets one chunk at a time, and says when it is full', async () => {
  const seen = [];
  let release;
  const stream = new WritableStream({
    write(chunk) {
      seen.push(chunk);
      return new Promise((resolve) => {
        release = resolve;
      });
    },
    close: () => seen.push('closed'),
  }, { highWaterMark: 2 });
  const writer = stream.getWriter();
  await writer.ready;
  writer.write(1);
  const second = writer.write(2);
  assert.strictEqual(writer.desiredSize, 0);
  await new Promise(setImmediate);
  assert.deepStrictEqual(seen, [1]);
  release();
  await writer.ready;
  await new Promise(setImmediate);
  release();
  await second;
  await writer.close();
  assert.deepStrictEqual(seen, [1, 2, 'closed']);
});

test('a pipe passes on chunks, the end, and failures both ways', async () => {
  const seen = [];
  await of(1, 2).pipeTo(new WritableStream({ write: (chunk) => void seen.push(chunk), close: () => void seen.push('end') }));
  assert.deepStrictEqual(seen, [1, 2, 'end']);
  const failure = new Error('full');
  let reason;
  const source = new ReadableStream({
    pull: (controller) => controller.enqueue(1),
    cancel(given) {
      reason = given;
    },
  });
  await assert.rejects(source.pipeTo(new WritableStream({ write: () => Promise.reject(failure) })), failure);
  assert.strictEqual(reason, failure);
});

test('a signal ends a pipe', async () => {
  const controller = new AbortController();
  const endless = new ReadableStream({ pull: (own) => own.enqueue(1) });
  const piped = endless.pipeTo(new WritableStream({ write: () => new Promise(setImmediate) }), { signal: controller.signal });
  setImmediate(() => controller.abort());
  await assert.rejects(piped, { name: 'AbortError' });
});

test('a transform changes chunks on their way', async () => {
  const doubled = of(1, 2).pipeThrough(new TransformStream({
    transform: (chunk, controller) => controller.enqueue(chunk * 2),
    flush: (controller) => controller.enqueue('end'),
  }));
  assert.deepStrictEqual(await collect(doubled), [2, 4, 'end']);
});

test('text is encoded and decoded across the borders of chunks', async () => {
  const bytes = await collect(of('a\ud83d', '\ude00', '\ud83d').pipeThrough(new TextEncoderStream()));
  assert.deepStrictEqual(Buffer.concat(bytes).toString(), 'a\u{1f600}\ufffd');
  const euro = new TextEncoder().encode('x\u20ac');
  const text = await collect(of(euro.subarray(0, 2), euro.subarray(2)).pipeThrough(new TextDecoderStream()));
  assert.strictEqual(text.join(''), 'x\u20ac');
  const broken = of(new Uint8Array([0xff])).pipeThrough(new TextDecoderStream('utf-8', { fatal: true }));
  await assert.rejects(collect(broken), { code: 'ERR_ENCODING_INVALID_ENCODED_DATA' });
});

test('strategies measure chunks', () => {
  assert.strictEqual(new ByteLengthQueuingStrategy({ highWaterMark: 4 }).size(new Uint8Array(3)), 3);
  const one = new CountQueuingStrategy({ highWaterMark: 1 });
  assert.deepStrictEqual([one.size('abc'), one.highWaterMark, one.size === new CountQueuingStrategy({ highWaterMark: 2 }).size], [1, 1, true]);
  assert.throws(() => new CountQueuingStrategy({}), { code: 'ERR_MISSING_OPTION' });
});

test('misuse is refused with codes of Node', async () => {
  const stream = of();
  stream.getReader();
  assert.throws(() => stream.getReader(), { name: 'TypeError', code: 'ERR_INVALID_STATE' });
  await assert.rejects(stream.cancel(), { code: 'ERR_INVALID_STATE' });
  assert.throws(() => ReadableStream.prototype.getReader.call({}), { code: 'ERR_INVALID_THIS' });
  assert.throws(() => new ReadableStreamDefaultController(), { code: 'ERR_ILLEGAL_CONSTRUCTOR' });
  assert.throws(() => new ReadableStream({ type: 'x' }), { code: 'ERR_INVALID_ARG_VALUE' });
  assert.throws(() => new WritableStream({}, { highWaterMark: -1 }), { name: 'RangeError', code: 'ERR_INVALID_ARG_VALUE' });
});

test('stream/web has what the globals are', () => {
  for (const name of Object.keys(web)) assert.strictEqual(web[name], globalThis[name], name);
  assert.strictEqual(inspect(of()), "ReadableStream { locked: false, state: 'closed', supportsBYOB: false }");
});

test('a replaced then of promises is not called', async () => {
  const { then } = Promise.prototype;
  let called = false;
  const read = of(1).tee()[0].getReader();
  Promise.prototype.then = function (...args) {
    called = true;
    return then.apply(this, args);
  };
  const result = read.read();
  Promise.prototype.then = then;
  assert.deepStrictEqual([(await result).value, called], [1, false]);
});
