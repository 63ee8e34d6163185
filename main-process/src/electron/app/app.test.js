'use strict';

const assert = require('node:assert');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { once } = require('node:events');
const { test } = require('kaon:test');
const { commands, emit, settled } = require('kaon:test/host');
const { app, BrowserWindow } = require('electron');

const data = fs.mkdtempSync(path.join(os.tmpdir(), 'kaon-app-'));
app.setPath('userData', data);
process.on('exit', () => fs.rmSync(data, { recursive: true, force: true }));
const order = [];
app.on('will-finish-launching', () => order.push('will-finish-launching'));
app.whenReady().then(() => order.push('whenReady'));
app.on('ready', () => order.push('ready'));

test('the native side starts with the names and folders that the first turn chose', async () => {
  assert.strictEqual(app.isReady(), false);
  await app.whenReady();
  const { start } = commands().find((command) => command.app?.start).app;
  assert.strictEqual(start.dataFolder, data);
  assert.strictEqual(start.name, app.getName());
  assert.match(start.desktopName, /\.desktop$/);
});

test('whoever waits for whenReady comes before the listeners of ready', async () => {
  await app.whenReady();
  await new Promise(setImmediate);
  assert.deepStrictEqual(order, ['will-finish-launching', 'whenReady', 'ready']);
  assert.strictEqual(app.isReady(), true);
});

test('paths are absolute, can be set to what is absolute, and are refused by name', () => {
  for (const name of ['home', 'appData', 'userData', 'sessionData', 'temp', 'exe', 'module', 'desktop', 'documents', 'downloads',
    'music', 'pictures', 'videos', 'logs', 'crashDumps', 'cache', 'userCache']) {
    assert.ok(path.isAbsolute(app.getPath(name)), name);
  }
  assert.strictEqual(app.getPath('userData'), data);
  assert.throws(() => app.getPath('nowhere'), { message: "Failed to get 'nowhere' path" });
  assert.throws(() => app.setPath('music', 'relative'), { message: 'Path must be absolute' });
  assert.throws(() => app.setPath('nowhere', data), { message: 'Failed to set path' });
  app.setPath('music', path.join(data, 'music'));
  assert.strictEqual(app.getPath('music'), path.join(data, 'music'));
});

test('logs lie where they are told to, or where the system has them', () => {
  app.setAppLogsPath(path.join(data, 'elsewhere'));
  assert.strictEqual(app.getPath('logs'), path.join(data, 'elsewhere'));
  app.setAppLogsPath();
  if (process.platform !== 'darwin') assert.strictEqual(app.getPath('logs'), path.join(data, 'logs'));
  assert.throws(() => app.setAppLogsPath('relative'), { name: 'TypeError', message: 'Path must be absolute' });
});

test('the name can be set by method and property', () => {
  const before = app.getName();
  app.setName('Another');
  assert.strictEqual(app.name, 'Another');
  app.name = before;
  assert.strictEqual(app.getName(), before);
});

test('an app that is not packaged says so, and what version it is', () => {
  assert.strictEqual(app.isPackaged, false);
  assert.strictEqual(typeof app.getVersion(), 'string');
  assert.ok(path.isAbsolute(app.getAppPath()));
});

test('the locale is a language tag, and the languages begin with one', () => {
  assert.match(app.getLocale(), /^[a-z]{2,3}(-[A-Za-z0-9]+)*$/);
  assert.ok(app.getPreferredSystemLanguages().length > 0);
  assert.match(app.getLocaleCountryCode(), /^([A-Z]{2})?$/);
});

test('switches are kept and answered', () => {
  const { commandLine } = app;
  assert.strictEqual(commandLine.hasSwitch('kaon-test'), false);
  commandLine.appendSwitch('kaon-test', 7);
  assert.strictEqual(commandLine.getSwitchValue('kaon-test'), '7');
  commandLine.removeSwitch('kaon-test');
  assert.strictEqual(commandLine.hasSwitch('kaon-test'), false);
  assert.strictEqual(commandLine.getSwitchValue('kaon-test'), '');
});

test('what may be called before ready only is refused afterwards', async () => {
  await app.whenReady();
  assert.throws(() => app.disableHardwareAcceleration(),
    { message: 'app.disableHardwareAcceleration() can only be called before app is ready' });
  assert.throws(() => app.enableSandbox(), { message: 'app.enableSandbox() can only be called before app is ready' });
});

test('the badge, recent documents and focus reach the shell', async () => {
  await app.whenReady();
  commands();
  app.setBadgeCount(3);
  app.badgeCount = 4;
  app.addRecentDocument('/tmp/note.txt');
  app.clearRecentDocuments();
  assert.strictEqual(app.getBadgeCount(), 4);
  assert.deepStrictEqual(commands(), [
    { app: { setBadgeCount: { count: 3 } } }, { app: { setBadgeCount: { count: 4 } } },
    { app: { addRecentDocument: { path: '/tmp/note.txt' } } }, { app: 'clearRecentDocuments' },
  ]);
});

test('the shell hears from a main process that is alive', async () => {
  await app.whenReady();
  commands();
  emit({ app: { ping: { serial: 5 } } });
  await settled();
  assert.deepStrictEqual(commands(), [{ app: { alive: { serial: 5 } } }]);
});

test('files and addresses that the system hands over are events', async () => {
  const file = once(app, 'open-file');
  const url = once(app, 'open-url');
  emit({ app: { openFile: { path: '/tmp/a' } } });
  emit({ app: { openUrl: { url: 'x:y' } } });
  assert.strictEqual((await file)[1], '/tmp/a');
  assert.strictEqual((await url)[1], 'x:y');
});

test('the first instance has the lock until it releases it', () => {
  assert.strictEqual(app.hasSingleInstanceLock(), false);
  assert.strictEqual(app.requestSingleInstanceLock(), true);
  assert.strictEqual(app.requestSingleInstanceLock({ again: true }), true);
  assert.strictEqual(app.hasSingleInstanceLock(), true);
  app.releaseSingleInstanceLock();
  assert.strictEqual(app.hasSingleInstanceLock(), false);
});

test('a prevented before-quit, close or will-quit calls the end off', async () => {
  await app.whenReady();
  const happened = [];
  const record = (name) => (event) => {
    happened.push(name);
    event.preventDefault();
  };
  app.once('before-quit', record('before-quit'));
  app.quit();
  const window = new BrowserWindow({ show: false });
  window.once('close', record('close'));
  app.quit();
  app.once('will-quit', record('will-quit'));
  const closed = once(window, 'closed');
  app.quit();
  await closed;
  await settled();
  assert.deepStrictEqual(happened, ['before-quit', 'close', 'will-quit']);
});

test('an app with a listener for window-all-closed lives on', async () => {
  await app.whenReady();
  const told = once(app, 'window-all-closed');
  new BrowserWindow({ show: false }).destroy();
  await told;
  app.once('before-quit', () => assert.fail('nobody asked for the end'));
  await settled();
  app.removeAllListeners('before-quit');
});

test('what is not there says so', () => {
  assert.throws(() => app.getFileIcon('/tmp'), { code: 'ERR_NOT_SUPPORTED', message: /app\.getFileIcon/ });
});
