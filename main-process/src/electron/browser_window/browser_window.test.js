'use strict';

const assert = require('node:assert');
const { once } = require('node:events');
const { test } = require('kaon:test');
const { answer, commands, emit, settled } = require('kaon:test/host');
const { app, BrowserWindow, BaseWindow, webContents } = require('electron');

app.on('window-all-closed', () => {});
const STATE = {
  bounds: { x: 0, y: 0, width: 800, height: 600 }, content: { x: 0, y: 30, width: 800, height: 570 }, visible: false, focused: false,
  maximized: false, minimized: false, fullScreen: false,
};

async function open(options) {
  await app.whenReady();
  return new BrowserWindow({ show: false, ...options });
}

async function report(window, state) {
  emit({ window: { changed: { id: window.id, state: { ...STATE, ...state } } } });
  await settled();
}

/** The names of what a window emits from now on. */
function record(window, ...names) {
  const happened = [];
  for (const name of names) window.on(name, () => happened.push(name));
  return happened;
}

const told = () => commands().map((command) => command.window).filter(Boolean);

test('a window before the app is ready is refused', () => {
  assert.throws(() => new BrowserWindow(), { message: 'Cannot create BrowserWindow before app is ready' });
});

test('windows are numbered from 1 and found by number, page and list', async () => {
  const first = await open();
  const second = await open();
  assert.strictEqual(second.id, first.id + 1);
  assert.deepStrictEqual(BrowserWindow.getAllWindows(), [first, second]);
  assert.deepStrictEqual(BaseWindow.getAllWindows(), [first, second]);
  assert.strictEqual(BrowserWindow.fromId(second.id), second);
  assert.strictEqual(BrowserWindow.fromId(4711), null);
  assert.strictEqual(BrowserWindow.fromWebContents(second.webContents), second);
  assert.strictEqual(webContents.fromId(second.webContents.id), second.webContents);
  assert.strictEqual(BrowserWindow.getFocusedWindow(), null);
  first.destroy();
  second.destroy();
  assert.deepStrictEqual(BrowserWindow.getAllWindows(), []);
});

test('a window is created with the defaults of Electron', async () => {
  await app.whenReady();
  commands();
  const window = new BrowserWindow();
  const { create } = told()[0];
  assert.deepStrictEqual(create.options, {
    useContentSize: false, center: false, resizable: true, movable: true, minimizable: true, maximizable: true, closable: true,
    focusable: true, alwaysOnTop: false, fullscreen: false, fullscreenable: true, kiosk: false, skipTaskbar: false, show: true,
    frame: true, modal: false, autoHideMenuBar: false, transparent: false, hasShadow: true, x: null, y: null, width: 800, height: 600,
    minWidth: 0, minHeight: 0, maxWidth: 0, maxHeight: 0, title: app.getName(), icon: null, titleBarStyle: 'default', parent: null,
    backgroundColor: '#FFFFFF', opacity: 1, kind: null,
  });
  assert.strictEqual(create.page.contextIsolation, true);
  assert.strictEqual(create.page.sandbox, true);
  assert.strictEqual(create.page.preload, null);
  window.destroy();
});

test('options reach the shell', async () => {
  const parent = await open();
  commands();
  const window = await open({
    x: 10, y: 20, width: 300, height: 200, frame: false, transparent: true, parent, modal: true, titleBarStyle: 'hidden', opacity: 0.5,
    webPreferences: { preload: __filename, additionalArguments: ['--extra'] },
  });
  const { options, page } = told()[0].create;
  assert.deepStrictEqual([options.x, options.y, options.frame, options.backgroundColor], [10, 20, false, '#00000000']);
  assert.deepStrictEqual([options.parent, options.modal, options.opacity], [parent.id, true, 0.5]);
  assert.strictEqual(page.preload, __filename);
  assert.ok(page.process.argv.includes('--extra'));
  assert.strictEqual(page.process.type, 'renderer');
  assert.deepStrictEqual(parent.getChildWindows(), [window]);
  assert.strictEqual(window.getParentWindow(), parent);
  assert.strictEqual(window.isModal(), true);
  assert.throws(() => window.setParentWindow(null), { message: 'Can not be called for modal window' });
  parent.destroy();
  assert.strictEqual(window.isDestroyed(), true);
});

test('colours are taken in every form and kept in one', async () => {
  const window = await open({ backgroundColor: 'rebeccapurple' });
  assert.strictEqual(window.getBackgroundColor(), '#663399');
  for (const [given, kept] of [
    ['#abc', '#AABBCC'], ['#80ff0000', '#80FF0000'], ['rgb(1, 2, 3)', '#010203'], ['rgba(255, 0, 0, 0.5)', '#80FF0000'],
    ['hsl(120, 100%, 50%)', '#00FF00'], ['hsla(240deg 100% 50% / 50%)', '#800000FF'], ['transparent', '#00000000'], ['nonsense', '#FFFFFF'],
  ]) {
    window.setBackgroundColor(given);
    assert.strictEqual(window.getBackgroundColor(), kept, given);
  }
  window.destroy();
});

test('getters answer at once what was asked for', async () => {
  const window = await open({ x: 1, y: 2 });
  await settled();
  window.setBounds({ x: 5, y: 6, width: 70, height: 80 });
  assert.deepStrictEqual(window.getBounds(), { x: 5, y: 6, width: 70, height: 80 });
  window.setSize(71, 81);
  assert.deepStrictEqual(window.getSize(), [71, 81]);
  window.setPosition(7, 8);
  assert.deepStrictEqual(window.getPosition(), [7, 8]);
  window.setBounds({ width: 72 });
  assert.deepStrictEqual(window.getBounds(), { x: 7, y: 8, width: 72, height: 81 });
  window.setMinimumSize(10, 20);
  window.setMaximumSize(30, 40);
  assert.deepStrictEqual([window.getMinimumSize(), window.getMaximumSize()], [[10, 20], [30, 40]]);
  window.maximize();
  assert.strictEqual(window.isMaximized(), true);
  assert.strictEqual(window.isNormal(), false);
  window.setTitle('Title');
  assert.strictEqual(window.title, 'Title');
  window.destroy();
});

test('bounds that nobody knows yet are asked of the shell', async () => {
  const window = await open();
  answer({ ...STATE, bounds: { x: 40, y: 50, width: 800, height: 600 } });
  assert.deepStrictEqual(window.getPosition(), [40, 50]);
  window.destroy();
});

test('what is no number is refused as Electron refuses it', async () => {
  const window = await open();
  assert.throws(() => window.setSize('x', 1), { name: 'TypeError', message: 'Error processing argument at index 0, conversion failure from x' });
  assert.throws(() => window.setBounds(null), { name: 'TypeError', message: 'Error processing argument at index 0, conversion failure from null' });
  window.destroy();
});

test('flags are methods and properties, and reach the shell', async () => {
  const window = await open({ resizable: false });
  commands();
  assert.strictEqual(window.isResizable(), false);
  window.resizable = true;
  window.setMinimizable(false);
  window.shadow = false;
  window.setSkipTaskbar(true);
  assert.deepStrictEqual([window.resizable, window.minimizable, window.hasShadow()], [true, false, false]);
  assert.deepStrictEqual(told(), [
    { setResizable: { id: window.id, flag: true } }, { setMinimizable: { id: window.id, flag: false } },
    { setHasShadow: { id: window.id, flag: false } }, { setSkipTaskbar: { id: window.id, flag: true } },
  ]);
  window.destroy();
});

test('a window that may not be full screen is not', async () => {
  const window = await open({ fullscreenable: false });
  commands();
  window.setFullScreen(true);
  assert.strictEqual(window.fullScreen, false);
  assert.deepStrictEqual(told(), []);
  window.destroy();
});

test('show and hide are told of at once, and the window system adds nothing to that', async () => {
  const window = await open();
  const happened = record(window, 'show', 'hide');
  window.show();
  assert.strictEqual(window.isVisible(), true);
  await report(window, { visible: false });
  assert.strictEqual(window.isVisible(), true);
  await report(window, { visible: true });
  window.hide();
  await report(window, { visible: false });
  assert.deepStrictEqual(happened, ['show', 'hide']);
  window.destroy();
});

test('changes of the window system are events', async () => {
  const window = await open({ x: 0, y: 0 });
  await report(window, {});
  const happened = record(window, 'move', 'resize', 'maximize', 'unmaximize', 'minimize', 'restore', 'enter-full-screen', 'leave-full-screen');
  await report(window, { bounds: { x: 9, y: 0, width: 800, height: 600 } });
  await report(window, { bounds: { x: 9, y: 0, width: 900, height: 600 } });
  await report(window, { bounds: { x: 0, y: 0, width: 1000, height: 700 }, maximized: true });
  assert.deepStrictEqual(window.getNormalBounds(), { x: 9, y: 0, width: 900, height: 600 });
  await report(window, { bounds: { x: 0, y: 0, width: 1000, height: 700 }, minimized: true });
  await report(window, { bounds: { x: 0, y: 0, width: 1000, height: 700 }, fullScreen: true });
  await report(window, { bounds: { x: 0, y: 0, width: 1000, height: 700 } });
  assert.deepStrictEqual(happened, [
    'move', 'resize', 'move', 'resize', 'maximize', 'minimize', 'unmaximize', 'restore', 'enter-full-screen', 'leave-full-screen',
  ]);
  window.destroy();
});

test('the focus is told to the window and to the app', async () => {
  const window = await open();
  const ofWindow = once(window, 'focus');
  const ofApp = once(app, 'browser-window-focus');
  await report(window, { focused: true });
  assert.strictEqual((await ofWindow)[0], (await ofApp)[0]);
  assert.strictEqual((await ofApp)[1], window);
  assert.strictEqual(BrowserWindow.getFocusedWindow(), window);
  const blurred = once(app, 'browser-window-blur');
  await report(window, { focused: false });
  assert.strictEqual((await blurred)[1], window);
  window.destroy();
});

test('always on top is told of when it changes', async () => {
  const window = await open();
  const heard = [];
  window.on('always-on-top-changed', (_, flag) => heard.push(flag));
  window.setAlwaysOnTop(true);
  window.setAlwaysOnTop(true, 'floating');
  window.setAlwaysOnTop(false);
  assert.deepStrictEqual(heard, [true, false]);
  window.destroy();
});

test('a window that the user closes asks the app, then its page, and goes', async () => {
  const window = await open();
  const { webContents: page } = window;
  const happened = record(window, 'close', 'closed');
  page.on('destroyed', () => happened.push('page destroyed'));
  page.on('close', () => happened.push('page close'));
  window.once('close', (event) => event.preventDefault());
  emit({ window: { closeRequested: { id: window.id } } });
  await settled();
  assert.deepStrictEqual(happened.splice(0), ['close']);
  commands();
  emit({ window: { closeRequested: { id: window.id } } });
  await once(window, 'closed');
  assert.deepStrictEqual(happened, ['close', 'page close', 'page destroyed', 'closed']);
  assert.deepStrictEqual(commands(), [{ page: { tryClose: { id: page.id } } }, { window: { destroy: { id: window.id } } }]);
});

test('a page that does not want to go stays, unless the app overrules it', async () => {
  const window = await open();
  answer(false);
  window.close();
  await settled();
  assert.strictEqual(window.isDestroyed(), false);
  answer(false);
  window.webContents.once('will-prevent-unload', (event) => event.preventDefault());
  window.close();
  await once(window, 'closed');
});

test('a window that is not closable does not close', async () => {
  const window = await open({ closable: false });
  window.on('close', () => assert.fail('nobody is asked'));
  window.close();
  await settled();
  assert.strictEqual(window.isDestroyed(), false);
  window.destroy();
});

test('destroying asks nobody, and takes children along', async () => {
  const window = await open();
  const child = await open({ parent: window });
  const happened = record(window, 'close', 'closed');
  const ofChild = record(child, 'closed');
  window.destroy();
  assert.deepStrictEqual([happened, ofChild], [['closed'], ['closed']]);
  assert.strictEqual(window.isDestroyed(), true);
  assert.strictEqual(typeof window.id, 'number');
  window.destroy();
});

test('a destroyed window can be asked for nothing but whether it is', async () => {
  const window = await open();
  window.destroy();
  for (const use of [() => window.show(), () => window.getBounds(), () => window.loadURL('about:blank'), () => window.title, () => window.webContents]) {
    assert.throws(use, { name: 'TypeError', message: 'Object has been destroyed' });
  }
});

test('a window that the shell lost is closed', async () => {
  const window = await open();
  const closed = once(window, 'closed');
  emit({ window: { closed: { id: window.id } } });
  await closed;
  assert.strictEqual(window.isDestroyed(), true);
});

test('new windows and pages are told to the app', async () => {
  await app.whenReady();
  const order = [];
  app.once('web-contents-created', (_, page) => order.push(['page', page.id]));
  app.once('browser-window-created', (_, window) => order.push(['window', window.id]));
  const window = new BrowserWindow({ show: false });
  assert.deepStrictEqual(order, [['page', window.webContents.id], ['window', window.id]]);
  window.destroy();
});

test('the title of the page becomes that of the window unless a listener prevents it', async () => {
  const window = await open({ title: 'Before' });
  const { id } = window.webContents;
  window.once('page-title-updated', (event, title, explicit) => {
    assert.deepStrictEqual([title, explicit], ['Refused', true]);
    event.preventDefault();
  });
  emit({ page: { titleUpdated: { id, title: 'Refused' } } });
  await settled();
  assert.strictEqual(window.getTitle(), 'Before');
  emit({ page: { titleUpdated: { id, title: 'Taken' } } });
  await settled();
  assert.strictEqual(window.getTitle(), 'Taken');
  window.destroy();
});

test('ready-to-show is told to the window', async () => {
  const window = await open();
  const ready = once(window, 'ready-to-show');
  emit({ page: { readyToShow: { id: window.webContents.id } } });
  await ready;
  window.destroy();
});

test('names of windows are their own', async () => {
  const window = await open({ name: 'one' });
  await assert.rejects(open({ name: 'one' }), { message: "Window name 'one' is already in use. Window names must be unique." });
  window.destroy();
  (await open({ name: 'one' })).destroy();
});

test('a class of the application can extend BrowserWindow', async () => {
  await app.whenReady();
  class Mine extends BrowserWindow {
    greet() {
      return `window ${this.id}`;
    }
  }
  const window = new Mine({ show: false });
  assert.strictEqual(window.greet(), `window ${window.id}`);
  assert.deepStrictEqual(BrowserWindow.getAllWindows(), [window]);
  window.destroy();
});
