'use strict';

const assert = require('node:assert');
const { test } = require('kaon:test');
const { app } = require('electron');

test('an event starts without its default prevented and keeps what a listener decided', () => {
  let seen;
  app.once('activate', (event) => {
    seen = event;
    assert.strictEqual(event.defaultPrevented, false);
    event.preventDefault();
  });
  require('kaon:test/host').emit({ app: { activate: { hasVisibleWindows: true } } });
  assert.strictEqual(seen.defaultPrevented, true);
});
