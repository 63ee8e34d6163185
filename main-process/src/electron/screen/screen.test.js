'use strict';

const assert = require('node:assert');
const { once } = require('node:events');
const { test } = require('kaon:test');
const { answer, emit } = require('kaon:test/host');
const { app, screen } = require('electron');

const left = {
  id: 1, label: 'left', bounds: { x: 0, y: 0, width: 1000, height: 800 }, workArea: { x: 0, y: 30, width: 1000, height: 770 },
  scaleFactor: 1, primary: false,
};
const right = {
  id: 2, label: 'right', bounds: { x: 1000, y: 0, width: 500, height: 400 }, workArea: { x: 1000, y: 0, width: 500, height: 400 },
  scaleFactor: 2, primary: true,
};

test('screen can be mentioned before the app is ready, and used afterwards', async () => {
  assert.throws(() => screen.getAllDisplays(), { message: "The 'screen' module can't be used before the app 'ready' event" });
  await app.whenReady();
  answer([left, right]);
  assert.deepStrictEqual(screen.getAllDisplays().map(({ id }) => id), [1, 2]);
});

test('the primary display is described as Electron does', async () => {
  await app.whenReady();
  const display = screen.getPrimaryDisplay();
  assert.strictEqual(display.id, 2);
  assert.deepStrictEqual(display.size, { width: 500, height: 400 });
  assert.deepStrictEqual(display.workAreaSize, { width: 500, height: 400 });
  assert.strictEqual(display.scaleFactor, 2);
  assert.strictEqual(display.rotation, 0);
});

test('a point belongs to the display it is on or nearest to', async () => {
  await app.whenReady();
  assert.strictEqual(screen.getDisplayNearestPoint({ x: 10, y: 10 }).id, 1);
  assert.strictEqual(screen.getDisplayNearestPoint({ x: 1200, y: 10 }).id, 2);
  assert.strictEqual(screen.getDisplayNearestPoint({ x: 5000, y: 100 }).id, 2);
});

test('a rectangle belongs to the display that shows most of it', async () => {
  await app.whenReady();
  assert.strictEqual(screen.getDisplayMatching({ x: 900, y: 0, width: 150, height: 100 }).id, 1);
  assert.strictEqual(screen.getDisplayMatching({ x: 980, y: 0, width: 150, height: 100 }).id, 2);
  assert.strictEqual(screen.getDisplayMatching({ x: -900, y: 0, width: 10, height: 10 }).id, 1);
});

test('the pointer is asked for each time', async () => {
  await app.whenReady();
  answer({ x: 3, y: 4 });
  assert.deepStrictEqual(screen.getCursorScreenPoint(), { x: 3, y: 4 });
});

test('displays that come, change and go are events', async () => {
  await app.whenReady();
  const added = once(screen, 'display-added');
  const changed = once(screen, 'display-metrics-changed');
  const removed = once(screen, 'display-removed');
  emit({ screen: { changed: { displays: [{ ...left, scaleFactor: 1.5 }, { ...right, id: 3 }] } } });
  assert.strictEqual((await added)[1].id, 3);
  assert.deepStrictEqual((await changed).slice(1).map((value) => value.id ?? value), [1, ['scaleFactor']]);
  assert.strictEqual((await removed)[1].id, 2);
});
