'use strict';

const assert = require('node:assert');
const { test } = require('kaon:test');

test('a class that is absent can be had, and throws when it is constructed', () => {
  const { TouchBar } = require('electron');
  assert.throws(() => new TouchBar({}), { code: 'ERR_NOT_SUPPORTED', message: /electron\.TouchBar/ });
});

test('a module that is absent throws when a member is called, and names the member', () => {
  const { inAppPurchase } = require('electron');
  assert.throws(() => inAppPurchase.canMakePayments(), { code: 'ERR_NOT_SUPPORTED', message: /inAppPurchase\.canMakePayments/ });
});

test('a class can extend an absent one as long as nobody constructs it', () => {
  const { TouchBar } = require('electron');
  class Mine extends TouchBar {}
  assert.throws(() => new Mine(), { code: 'ERR_NOT_SUPPORTED' });
});

test('an absent module is no promise', async () => {
  const { pushNotifications } = require('electron');
  assert.strictEqual(await pushNotifications, pushNotifications);
});
