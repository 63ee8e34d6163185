'use strict';

const { test } = require('kaon:test');
const assert = require('node:assert');

test('messages come in order, cloned, after the sender is done', async () => {
  const { port1, port2 } = new MessageChannel();
  const sent = { list: [1] };
  const got = [];
  const done = new Promise((resolve) => {
    port2.onmessage = ({ data }) => {
      got.push(data);
      if (got.length === 2) resolve();
    };
  });
  port1.postMessage(sent);
  port1.postMessage('second');
  sent.list.push(2);
  assert.deepStrictEqual(got, []);
  await done;
  assert.deepStrictEqual(got, [{ list: [1] }, 'second']);
});

test('a port that was not started keeps its messages', async () => {
  const { port1, port2 } = new MessageChannel();
  let heard = 0;
  port2.addEventListener('message', () => heard++);
  port1.postMessage(1);
  await new Promise((resolve) => setImmediate(resolve));
  assert.strictEqual(heard, 0);
  const message = new Promise((resolve) => port2.addEventListener('message', resolve));
  port2.start();
  assert.strictEqual((await message).data, 1);
});

test('closing one port closes the other', async () => {
  const { port1, port2 } = new MessageChannel();
  const closed = new Promise((resolve) => port2.addEventListener('close', resolve));
  port1.close();
  await closed;
});

test('what cannot be cloned is refused by name', () => {
  const { port1 } = new MessageChannel();
  assert.throws(() => port1.postMessage(() => {}), { name: 'DataCloneError' });
});
