'use strict';

const assert = require('node:assert');
const fs = require('node:fs');
const path = require('node:path');
const { test } = require('kaon:test');
const { encodeBatch, decodeBatch, toText, fromText } = require('../src/wire');
const { encode, decode } = require('../src/codec');
const createLink = require('../src/link');
const { createMainProcess, settled, event, reply, failure } = require('./fake/main_process');

const join = (...batches) => toText(Uint8Array.from(batches.flatMap((batch) => [...fromText(batch)])));
const quietly = async (run) => {
  const { error } = console;
  console.error = () => {};
  try {
    await run();
  } finally {
    console.error = error;
  }
};

function linked() {
  const main = createMainProcess();
  const link = createLink(main.transport);
  const events = [];
  link.start((channel, args) => events.push([channel, ...decode(args)]));
  return { main, link, events };
}

test('frames are the bytes that Rust knows', () => {
  const golden = JSON.parse(fs.readFileSync(path.join(__dirname, '../../ipc/tests/golden/frames.json'), 'utf8'));
  const [channel, args] = ['kanal-ä', Uint8Array.of(1, 65, 0)];
  const frames = [
    { kind: 'send', channel, args },
    { kind: 'invoke', id: 2 ** 53 - 1, channel, args },
    { kind: 'sendSync', channel, args },
    { kind: 'ready' },
    { kind: 'preloadError', path: '/p.js', message: 'm', stack: '' },
    { kind: 'fault', message: 'f' },
  ];
  assert.strictEqual(toText(encodeBatch(frames)), golden.fromPage);
  const [first, second, third] = decodeBatch(fromText(golden.toPage));
  assert.deepStrictEqual([first.kind, first.channel], ['event', 'c']);
  assert.deepStrictEqual([second.kind, second.id, decode(second.value)], ['reply', 0, undefined]);
  assert.deepStrictEqual(third, { kind: 'failure', id: 7, error: { name: 'TypeError', message: 'm', code: 'E', stack: 's' } });
});

test('what is sent in one turn leaves as one batch, in order', async () => {
  const { main, link } = linked();
  link.send('a', encode([1]));
  link.invoke('b', encode([2]));
  link.ready();
  assert.strictEqual(main.batches.length, 0);
  await settled();
  assert.strictEqual(main.batches.length, 1);
  assert.deepStrictEqual(main.heard.map(({ kind, channel }) => [kind, channel]), [['send', 'a'], ['invoke', 'b'], ['ready', undefined]]);
});

test('a synchronous request takes along what was sent before', () => {
  const { main, link } = linked();
  main.onSync = ({ args }) => reply(0, args[0] + 1);
  link.send('first', encode([]));
  assert.strictEqual(decode(link.sync('second', encode([41]))), 42);
  assert.deepStrictEqual(main.heard.map(({ channel }) => channel), ['first', 'second']);
  main.onSync = () => failure(0, 'TypeError', 'no');
  assert.throws(() => link.sync('second', encode([])), /^Error: Error in sendSync on 'second': TypeError: no$/);
});

test('answers find their calls', async () => {
  const { main, link } = linked();
  const calls = ['a', 'b', 'c'].map((channel) => link.invoke(channel, encode([])));
  await settled();
  const ids = main.heard.map(({ id }) => id);
  main.deliver(join(reply(ids[2], 'for c'), failure(ids[1], 'Error', 'for b')));
  main.deliver(reply(ids[0], 'for a'));
  main.deliver(reply(999, 'for nobody'));
  assert.strictEqual(decode(await calls[0]), 'for a');
  await assert.rejects(calls[1], /^Error: Error invoking remote method 'b': Error: for b$/);
  assert.strictEqual(decode(await calls[2]), 'for c');
});

test('what an answer sets off runs before the event behind it', async () => {
  const { main, link, events } = linked();
  const done = (async () => {
    await (await link.invoke('a', encode([])));
    await undefined;
    events.push('after the answer');
  })();
  await settled();
  main.deliver(join(reply(main.heard[0].id, 1), event('tick', 1), event('tick', 2)));
  await done;
  await settled();
  assert.deepStrictEqual(events, ['after the answer', ['tick', 1], ['tick', 2]]);
});

test('a batch that cannot be read is reported and the next one heard', async () => {
  const { main, events } = linked();
  await quietly(async () => {
    for (const text of ['!!', 'BQE=', toText(Uint8Array.of(2, 9, 9)), toText(Uint8Array.of(4, 1, 1, 97, 9))]) {
      main.deliver(text);
      await settled();
    }
  });
  main.deliver(event('tick', 1));
  await settled();
  assert.deepStrictEqual(events, [['tick', 1]]);
  assert.deepStrictEqual(main.heard.map(({ kind }) => kind), ['fault', 'fault', 'fault', 'fault']);
});

test('after the other end has closed nobody asks again', async () => {
  let polls = 0;
  createLink({ post() {}, sync: () => '', poll: async () => (polls++, '') }).start(() => {});
  await settled();
  assert.strictEqual(polls, 1);
});

test('a channel name has a limit', () => {
  const { link } = linked();
  assert.throws(() => link.send('x'.repeat(4097), encode([])), RangeError);
  link.send('x'.repeat(4096), encode([]));
});
