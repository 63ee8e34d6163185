'use strict';

const assert = require('node:assert');
const EventEmitter = require('node:events');
const { test } = require('kaon:test');
const domain = require('node:domain');

const caught = (made) => new Promise((resolve) => made.once('error', resolve));

test('what a timer throws comes to its domain', async () => {
  const made = domain.create();
  const error = caught(made);
  made.run(() => setTimeout(() => { throw new Error('late'); }, 1));
  const { message, domain: of, domainThrown } = await error;
  assert.deepStrictEqual([message, of === made, domainThrown], ['late', true, true]);
});

test('an error event that nobody hears comes to the domain of the emitter', async () => {
  const made = domain.create();
  const emitter = made.run(() => new EventEmitter());
  const error = caught(made);
  emitter.emit('error', new Error('unheard'));
  assert.strictEqual((await error).domainEmitter, emitter);
});

test('intercept takes the error off a callback', async () => {
  const made = domain.create();
  made.intercept((value) => assert.strictEqual(value, 5))(null, 5);
  const error = caught(made);
  made.intercept(() => assert.fail('not to be called'))(new Error('first'));
  assert.strictEqual((await error).message, 'first');
});
