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
  port1.close();
});

test('a port nobody listens to keeps its messages', async () => {
  const { port1, port2 } = new MessageChannel();
  port1.postMessage(1);
  await new Promise((resolve) => setImmediate(resolve));
  const message = new Promise((resolve) => port2.addEventListener('message', resolve));
  assert.strictEqual((await message).data, 1);
  port1.close();
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

test('a port is an emitter, too: listeners get the value, and start it', async () => {
  const { port1, port2 } = new MessageChannel();
  const got = new Promise((resolve) => port2.once('message', resolve));
  port1.postMessage({ a: 1 });
  assert.deepStrictEqual(await got, { a: 1 });
  port1.close();
});

test('a port that listens keeps the process alive, and says so', () => {
  const { port1, port2 } = new MessageChannel();
  const listener = () => {};
  assert.strictEqual(port1.hasRef(), false);
  port1.on('message', listener);
  assert.strictEqual(port1.hasRef(), true);
  port1.off('message', listener);
  assert.strictEqual(port1.hasRef(), false);
  port2.close();
});

test('receiveMessageOnPort takes one without waiting', () => {
  const { receiveMessageOnPort } = require('node:worker_threads');
  const { port1, port2 } = new MessageChannel();
  port1.postMessage(1);
  port1.postMessage(undefined);
  assert.deepStrictEqual(receiveMessageOnPort(port2), { message: 1 });
  assert.deepStrictEqual(receiveMessageOnPort(port2), { message: undefined });
  assert.strictEqual(receiveMessageOnPort(port2), undefined);
});

test('what is in the transfer list is gone from here', () => {
  const { port1, port2 } = new MessageChannel();
  const other = new MessageChannel();
  const buffer = new ArrayBuffer(8);
  assert.throws(() => port1.postMessage(other.port1), { code: 'ERR_MISSING_TRANSFERABLE_IN_TRANSFER_LIST' });
  assert.throws(() => port1.postMessage(0, [port1]), { name: 'DataCloneError' });
  assert.throws(() => port1.postMessage(0, [buffer, buffer]), { name: 'DataCloneError' });
  port1.postMessage([buffer, other.port1], [buffer, other.port1]);
  assert.strictEqual(buffer.byteLength, 0);
  assert.throws(() => port1.postMessage(0, [other.port1]), { name: 'DataCloneError' });
  port2.close();
});

test('a broadcast reaches all but its sender', async () => {
  const channels = [1, 2, 3].map(() => new BroadcastChannel('kaon-test'));
  const heard = channels.slice(1).map((channel) => new Promise((resolve) => { channel.onmessage = ({ data }) => resolve(data); }));
  channels[0].onmessage = () => assert.fail('the sender heard itself');
  channels[0].postMessage('all');
  assert.deepStrictEqual(await Promise.all(heard), ['all', 'all']);
  for (const channel of channels) channel.close();
  assert.throws(() => channels[0].postMessage(0), { name: 'InvalidStateError' });
});
