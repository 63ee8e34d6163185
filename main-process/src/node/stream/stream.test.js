'use strict';

const assert = require('node:assert');
const { once } = require('node:events');
const { test } = require('kaon:test');
const stream = require('node:stream');
const promises = require('node:stream/promises');

const { Readable, Writable, Duplex, Transform, PassThrough } = stream;

function collector(options) {
  const chunks = [];
  const writable = new Writable({ ...options, write(chunk, encoding, callback) {
    chunks.push(options?.objectMode ? chunk : String(chunk));
    callback();
  } });
  return { writable, chunks };
}

test('a readable flows to a data listener and ends', async () => {
  const seen = [];
  const readable = new Readable({ read() {} });
  readable.push('a');
  readable.push('b');
  readable.push(null);
  readable.on('data', (chunk) => seen.push(String(chunk)));
  assert.strictEqual(readable.readableFlowing, true);
  await once(readable, 'close');
  assert.deepStrictEqual(seen, ['a', 'b']);
  assert.strictEqual(readable.readableEnded && readable.destroyed, true);
});

test('read takes as many bytes as asked, across chunks', () => {
  const readable = new Readable({ read() {} });
  for (const text of ['ab', 'cd', 'ef']) readable.push(text);
  assert.strictEqual(String(readable.read(3)), 'abc');
  readable.unshift('X');
  assert.strictEqual(String(readable.read(2)), 'Xd');
  assert.strictEqual(readable.read(5), null);
  assert.strictEqual(String(readable.read()), 'ef');
});

test('setEncoding keeps characters whole', async () => {
  const bytes = Buffer.from('äöü');
  const readable = new Readable({ read() {} }).setEncoding('utf8');
  readable.push(bytes.subarray(0, 3));
  readable.push(bytes.subarray(3));
  readable.push(null);
  assert.deepStrictEqual((await readable.toArray()).join(''), 'äöü');
});

test('pause and resume hold and release the flow', async () => {
  const readable = Readable.from(['a', 'b', 'c']);
  const seen = [];
  readable.on('data', (chunk) => {
    seen.push(chunk);
    readable.pause();
    assert.strictEqual(readable.isPaused(), true);
    setImmediate(() => readable.resume());
  });
  await once(readable, 'end');
  assert.deepStrictEqual(seen, ['a', 'b', 'c']);
});

test('a write above the mark returns false and drains', async () => {
  const writable = new Writable({ highWaterMark: 3, write(chunk, encoding, callback) { setImmediate(callback); } });
  assert.strictEqual(writable.write('ab'), true);
  assert.strictEqual(writable.write('cd'), false);
  assert.strictEqual(writable.writableNeedDrain, true);
  await once(writable, 'drain');
  assert.strictEqual(writable.writableLength, 0);
});

test('events of a writable come in Node\'s order', async () => {
  const seen = [];
  const writable = new Writable({
    write(chunk, encoding, callback) { callback(); },
    final(callback) {
      seen.push('final');
      callback();
    },
  });
  for (const name of ['prefinish', 'finish', 'close']) writable.on(name, () => seen.push(name));
  writable.write('a', () => seen.push('written'));
  writable.end(() => seen.push('ended'));
  seen.push('sync');
  await once(writable, 'close');
  assert.deepStrictEqual(seen, ['final', 'prefinish', 'sync', 'written', 'ended', 'finish', 'close']);
});

test('cork gathers writes for writev', async () => {
  const batches = [];
  const writable = new Writable({
    writev(chunks, callback) {
      batches.push(chunks.map(({ chunk }) => String(chunk)));
      callback();
    },
  });
  writable.cork();
  writable.write('a');
  writable.write('b');
  writable.uncork();
  writable.end('c');
  await promises.finished(writable);
  assert.deepStrictEqual(batches, [['a', 'b'], ['c']]);
});

test('writing after the end is an error, for the callback as well', async () => {
  const { writable } = collector();
  writable.end();
  const failed = once(writable, 'error');
  const given = await new Promise((resolve) => writable.write('late', resolve));
  assert.strictEqual(given.code, 'ERR_STREAM_WRITE_AFTER_END');
  assert.strictEqual((await failed)[0], given);
});

test('construct comes before anything else', async () => {
  const seen = [];
  const writable = new Writable({
    construct(callback) {
      seen.push('construct');
      setImmediate(callback);
    },
    write(chunk, encoding, callback) {
      seen.push(String(chunk));
      callback();
    },
  });
  writable.end('a');
  await once(writable, 'close');
  assert.deepStrictEqual(seen, ['construct', 'a']);
});

test('destroy emits the error before close, and only once', async () => {
  const seen = [];
  const readable = new Readable({ read() {} });
  readable.on('error', (error) => seen.push(error.message)).on('close', () => seen.push('close'));
  readable.destroy(new Error('one'));
  readable.destroy(new Error('two'));
  assert.deepStrictEqual(seen, []);
  await new Promise((resolve) => readable.on('close', resolve));
  assert.deepStrictEqual(seen, ['one', 'close']);
  assert.strictEqual(readable.errored.message, 'one');
});

test('pipe waits for a slow destination', async () => {
  const { writable, chunks } = collector({ highWaterMark: 1 });
  const write = writable._write;
  writable._write = (chunk, encoding, callback) => setImmediate(() => write.call(writable, chunk, encoding, callback));
  Readable.from(['a', 'b', 'c'], { objectMode: false }).pipe(writable);
  await once(writable, 'finish');
  assert.deepStrictEqual(chunks, ['a', 'b', 'c']);
});

test('a transform changes, adds and flushes', async () => {
  const upper = new Transform({
    transform(chunk, encoding, callback) { callback(null, String(chunk).toUpperCase()); },
    flush(callback) { callback(null, '!'); },
  });
  upper.end('abc');
  assert.strictEqual(Buffer.concat(await upper.toArray()).toString(), 'ABC!');
});

test('pipeline connects streams, generators and functions, and delivers a value', async () => {
  const value = await promises.pipeline(
    ['a', 'b'],
    async function* (source) {
      for await (const chunk of source) yield chunk.toUpperCase();
    },
    new PassThrough({ objectMode: true }),
    async (source) => {
      let all = '';
      for await (const chunk of source) all += chunk;
      return all;
    },
  );
  assert.strictEqual(value, 'AB');
});

test('a failing part destroys the others', async () => {
  const source = new Readable({ read() {} });
  const { writable } = collector();
  const through = new Transform({ transform(chunk, encoding, callback) { callback(new Error('broken')); } });
  source.push('a');
  await assert.rejects(promises.pipeline(source, through, writable), /broken/);
  assert.deepStrictEqual([source.destroyed, through.destroyed, writable.destroyed], [true, true, true]);
});

test('finished tells of a premature close', async () => {
  const readable = new Readable({ read() {} });
  const over = promises.finished(readable);
  readable.destroy();
  await assert.rejects(over, { code: 'ERR_STREAM_PREMATURE_CLOSE' });
});

test('an abort signal destroys a stream', async () => {
  const controller = new AbortController();
  const readable = new Readable({ read() {}, signal: controller.signal });
  controller.abort();
  const [error] = await once(readable, 'error').catch((failure) => [failure]);
  assert.strictEqual(error.code, 'ABORT_ERR');
});

test('leaving an iteration destroys the stream, unless told not to', async () => {
  const readable = Readable.from(['a', 'b', 'c']);
  for await (const chunk of readable.iterator({ destroyOnReturn: false })) {
    assert.strictEqual(chunk, 'a');
    break;
  }
  assert.strictEqual(readable.destroyed, false);
  for await (const chunk of readable) {
    assert.strictEqual(chunk, 'b');
    break;
  }
  assert.strictEqual(readable.destroyed, true);
});

test('operators map, filter and collect', async () => {
  const numbers = () => Readable.from([1, 2, 3, 4, 5]);
  assert.deepStrictEqual(await numbers().filter((n) => n % 2).map(async (n) => n * 10, { concurrency: 2 }).toArray(), [10, 30, 50]);
  assert.deepStrictEqual(await numbers().drop(1).take(2).toArray(), [2, 3]);
  assert.deepStrictEqual(await numbers().take(2).flatMap((n) => [n, n]).toArray(), [1, 1, 2, 2]);
  assert.strictEqual(await numbers().reduce((sum, n) => sum + n), 15);
  assert.strictEqual(await numbers().find((n) => n > 3), 4);
  assert.deepStrictEqual([await numbers().some((n) => n > 4), await numbers().every((n) => n > 4)], [true, false]);
  assert.throws(() => numbers().map('no'), { code: 'ERR_INVALID_ARG_TYPE' });
});

test('a duplex is both, and its halves end by themselves', async () => {
  const duplex = new Duplex({ read() {}, write(chunk, encoding, callback) { callback(); } });
  assert.ok(duplex instanceof Readable && duplex instanceof Writable);
  duplex.end();
  await once(duplex, 'finish');
  assert.strictEqual(duplex.destroyed, false);
  duplex.push(null);
  duplex.resume();
  await once(duplex, 'close');
});

test('compose and Duplex.from make one stream of several things', async () => {
  const composed = stream.compose(
    new PassThrough({ objectMode: true }),
    async function* (source) {
      for await (const chunk of source) yield `${chunk}!`;
    },
  );
  composed.end('a');
  assert.deepStrictEqual((await composed.toArray()).map(String), ['a!']);
  assert.deepStrictEqual(await Duplex.from(Promise.resolve('x')).toArray(), ['x']);
  const [one, other] = stream.duplexPair();
  one.end('hi');
  assert.strictEqual(String(await require('node:stream/consumers').text(other)), 'hi');
});

test('consumers read a stream whole', async () => {
  const consumers = require('node:stream/consumers');
  const source = () => Readable.from([Buffer.from('{"a":'), Buffer.from('1}')]);
  assert.strictEqual(await consumers.text(source()), '{"a":1}');
  assert.deepStrictEqual(await consumers.json(source()), { a: 1 });
  assert.strictEqual((await consumers.buffer(source())).length, 7);
  assert.strictEqual((await consumers.arrayBuffer(source())).byteLength, 7);
});

test('a stream of old is wrapped', async () => {
  const old = new stream();
  old.pause = old.resume = () => {};
  const readable = new Readable({ objectMode: true }).wrap(old);
  setImmediate(() => {
    old.emit('data', 'a');
    old.emit('end');
  });
  assert.deepStrictEqual(await readable.toArray(), ['a']);
});

test('streams become streams of the web, and those become these', async () => {
  const seen = [];
  for await (const chunk of Readable.toWeb(Readable.from(['a', 'b']))) seen.push(chunk);
  for await (const chunk of Readable.fromWeb(ReadableStream.from([1, 2]), { objectMode: true })) seen.push(chunk);
  const writable = Writable.toWeb(new Writable({ write: (chunk, encoding, callback) => callback(null, seen.push(`${chunk}`)) }));
  const writer = writable.getWriter();
  await writer.write('c');
  await writer.close();
  const target = Writable.fromWeb(new WritableStream({ write: (chunk) => void seen.push(`${chunk}`) }));
  await new Promise((resolve) => target.end('d', resolve));
  assert.deepStrictEqual(seen, ['a', 'b', 1, 2, 'c', 'd']);
  assert.throws(() => Readable.fromWeb({}), { code: 'ERR_INVALID_ARG_TYPE' });
});

test('a duplex is a pair of web streams, either way', async () => {
  const { readable, writable } = Duplex.toWeb(new PassThrough());
  const upper = new TransformStream({ transform: (chunk, controller) => controller.enqueue(`${chunk}`.toUpperCase()) });
  const duplex = Duplex.fromWeb(upper, { encoding: 'utf8' });
  readable.pipeTo(Writable.toWeb(duplex));
  const writer = writable.getWriter();
  writer.write('ab');
  writer.close();
  let text = '';
  for await (const chunk of duplex) text += chunk;
  assert.strictEqual(text, 'AB');
});

test('pipeline, finished and compose take web streams', async () => {
  const { pipeline, finished } = promises;
  const seen = [];
  const upper = () => new TransformStream({ transform: (chunk, controller) => controller.enqueue(`${chunk}`.toUpperCase()) });
  await pipeline(ReadableStream.from(['a', 'b']), upper(), new WritableStream({ write: (chunk) => void seen.push(chunk) }));
  assert.deepStrictEqual(seen, ['A', 'B']);
  const source = ReadableStream.from([1]);
  source.pipeTo(new WritableStream());
  await finished(source);
  const composed = stream.compose(upper(), new PassThrough());
  composed.end('c');
  assert.strictEqual((await composed.toArray()).join(''), 'C');
});
