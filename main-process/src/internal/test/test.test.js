'use strict';

const assert = require('node:assert');
const { test } = require('kaon:test');

const order = [];

test('tests run one after the other, in the order they are written', async () => {
  order.push(1);
  await new Promise((resolve) => {
    setTimeout(resolve, 5);
  });
  order.push(2);
});

test('a later test waits for the earlier ones', () => {
  assert.deepStrictEqual(order, [1, 2]);
});

test('a name, a function and a name of its own are asked for', () => {
  assert.throws(() => test(5, () => {}), { code: 'ERR_INVALID_ARG_TYPE' });
  assert.throws(() => test('without'), { code: 'ERR_INVALID_ARG_TYPE' });
  test('twice', () => {});
  assert.throws(() => test('twice', () => {}), { code: 'ERR_INVALID_ARG_VALUE' });
});

test('what is skipped says why', () => {
  assert.throws(() => test.skip('x'), { code: 'ERR_INVALID_ARG_TYPE' });
  assert.throws(() => test.skip('x', ''), { code: 'ERR_INVALID_ARG_VALUE' });
});
