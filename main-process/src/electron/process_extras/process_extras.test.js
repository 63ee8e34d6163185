'use strict';

const assert = require('node:assert');
const { test } = require('kaon:test');
require('electron');

test('process says which Electron it answers to', () => {
  assert.match(process.versions.electron, /^43\.\d+\.\d+$/);
  assert.match(process.versions.chrome, /^\d+\.\d+\.\d+\.\d+$/);
  assert.strictEqual(process.type, 'browser');
  assert.strictEqual(process.defaultApp, true);
});

test('versions of Node stay as they were', () => {
  assert.strictEqual(typeof process.versions.node, 'string');
});

test('resourcesPath lies beside the executable', () => {
  assert.strictEqual(typeof process.resourcesPath, 'string');
  assert.ok(require('node:path').isAbsolute(process.resourcesPath));
});

test('an exception of a listener of the process does not end it', async () => {
  const { app } = require('electron');
  const heard = new Promise((resolve) => {
    process.once('uncaughtException', resolve);
  });
  app.once('activate', () => {
    throw new Error('from a listener');
  });
  require('kaon:test/host').emit({ app: { activate: { hasVisibleWindows: false } } });
  assert.strictEqual((await heard).message, 'from a listener');
});
