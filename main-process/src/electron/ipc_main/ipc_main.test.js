'use strict';

const assert = require('node:assert');
const { test } = require('kaon:test');
const { commands, message, settled } = require('kaon:test/host');
const { app, BrowserWindow, ipcMain } = require('electron');

app.on('window-all-closed', () => {});


async function page() {
  await app.whenReady();
  const window = new BrowserWindow({ show: false });
  commands();
  return window.webContents;
}

/** What pages were sent, `post` and `syncReply` alike. */
const sent = () => commands().map(({ page: told }) => (told?.post ?? told?.syncReply)?.message).filter(Boolean);

async function silently(name, callback) {
  const real = console[name];
  const said = [];
  console[name] = (...args) => said.push(args);
  try {
    await callback();
  } finally {
    console[name] = real;
  }
  return said;
}

test('a message reaches the page, the frame and ipcMain, in this order, with its arguments', async () => {
  const contents = await page();
  const heard = [];
  contents.on('ipc-message', (_, channel, ...args) => heard.push(['page event', channel, ...args]));
  contents.mainFrame.ipc.on('hello', (_, ...args) => heard.push(['frame', ...args]));
  contents.ipc.on('hello', (_, ...args) => heard.push(['page', ...args]));
  ipcMain.once('hello', (_, ...args) => heard.push(['all', ...args]));
  message(contents.id, 'send', 0, 'hello', [1, { two: 2 }]);
  await settled();
  assert.deepStrictEqual(heard, [
    ['page event', 'hello', 1, { two: 2 }], ['frame', 1, { two: 2 }], ['page', 1, { two: 2 }], ['all', 1, { two: 2 }],
  ]);
  contents.destroy();
});

test('a message says who sent it, and can be answered', async () => {
  const contents = await page();
  ipcMain.once('who', (event) => {
    assert.strictEqual(event.sender, contents);
    assert.strictEqual(event.senderFrame, contents.mainFrame);
    assert.strictEqual(event.processId, contents.getProcessId());
    assert.deepStrictEqual(event.ports, []);
    event.reply('you', 'page', contents.id);
  });
  message(contents.id, 'send', 0, 'who', []);
  await settled();
  assert.deepStrictEqual(sent(), [{ event: { channel: 'you', args: ['page', contents.id] } }]);
  contents.destroy();
});

test('a handler answers with what it returns or what its promise brings', async () => {
  const contents = await page();
  ipcMain.handle('sum', (_, a, b) => a + b);
  contents.ipc.handle('later', async (_, value) => `${value} later`);
  message(contents.id, 'invoke', 1, 'sum', [1, 2]);
  message(contents.id, 'invoke', 2, 'later', ['now']);
  await settled();
  assert.deepStrictEqual(sent(), [{ reply: { id: 1, value: 3 } }, { reply: { id: 2, value: 'now later' } }]);
  ipcMain.removeHandler('sum');
  contents.destroy();
});

test('a handler of the page comes before that of everybody', async () => {
  const contents = await page();
  ipcMain.handle('who', () => 'everybody');
  contents.ipc.handle('who', () => 'page');
  message(contents.id, 'invoke', 1, 'who', []);
  await settled();
  assert.deepStrictEqual(sent(), [{ reply: { id: 1, value: 'page' } }]);
  ipcMain.removeHandler('who');
  contents.destroy();
});

test('what a handler throws reaches the page and the log', async () => {
  const contents = await page();
  ipcMain.handleOnce('bad', () => {
    throw new TypeError('no');
  });
  const said = await silently('error', async () => {
    message(contents.id, 'invoke', 3, 'bad', []);
    await settled();
  });
  assert.strictEqual(said[0][0], "Error occurred in handler for 'bad':");
  const [{ failure }] = sent();
  assert.strictEqual(failure.id, 3);
  assert.strictEqual(failure.error.name, 'TypeError');
  assert.strictEqual(failure.error.message, 'no');
  contents.destroy();
});

test('a result that cannot be cloned is an error for the page', async () => {
  const contents = await page();
  ipcMain.handleOnce('function', () => () => {});
  await silently('error', async () => {
    message(contents.id, 'invoke', 4, 'function', []);
    await settled();
  });
  assert.match(sent()[0].failure.error.message, /could not be cloned/);
  contents.destroy();
});

test('a channel without a handler fails by its name, and so does one that was for once', async () => {
  const contents = await page();
  ipcMain.handleOnce('once', () => 1);
  await silently('error', async () => {
    message(contents.id, 'invoke', 5, 'once', []);
    message(contents.id, 'invoke', 6, 'once', []);
    await settled();
  });
  const answers = sent();
  assert.deepStrictEqual(answers[0], { reply: { id: 5, value: 1 } });
  assert.strictEqual(answers[1].failure.error.message, "No handler registered for 'once'");
  contents.destroy();
});

test('one channel has one handler', () => {
  ipcMain.handle('one', () => 1);
  assert.throws(() => ipcMain.handle('one', () => 2), { message: "Attempted to register a second handler for 'one'" });
  ipcMain.removeHandler('one');
  ipcMain.handle('one', () => 3);
  ipcMain.removeHandler('one');
  assert.throws(() => ipcMain.handle('one', 'text'),
    { name: 'TypeError', message: "Expected handler to be a function, but found type 'string'" });
});

test('a page that waits gets what returnValue is set to, once', async () => {
  const contents = await page();
  ipcMain.once('sync', (event, value) => {
    event.returnValue = { value };
    event.returnValue = 'too late';
  });
  message(contents.id, 'sync', 9, 'sync', ['x']);
  await settled();
  assert.deepStrictEqual(sent(), [{ reply: { id: 0, value: { value: 'x' } } }]);
  contents.destroy();
});

test('a page that waits is not kept waiting when nobody listens', async () => {
  const contents = await page();
  const said = await silently('warn', async () => {
    message(contents.id, 'sync', 10, 'nobody', []);
    await settled();
  });
  assert.strictEqual(said[0][0],
    `WebContents #${contents.id} called ipcRenderer.sendSync() with 'nobody' channel without listeners.`);
  assert.deepStrictEqual(sent(), [{ reply: { id: 0, value: null } }]);
  contents.destroy();
});

test('a channel may be called error', async () => {
  const contents = await page();
  const heard = [];
  ipcMain.once('error', (_, text) => heard.push(text));
  message(contents.id, 'send', 0, 'error', ['fine']);
  await settled();
  message(contents.id, 'send', 0, 'error', ['nobody listens']);
  await settled();
  assert.deepStrictEqual(heard, ['fine']);
  contents.destroy();
});

test('messages of a page that is gone are of no interest', async () => {
  const contents = await page();
  const { id } = contents;
  contents.destroy();
  await settled();
  ipcMain.once('gone', () => assert.fail('the page is gone'));
  message(id, 'send', 0, 'gone', []);
  await settled();
  ipcMain.removeAllListeners('gone');
});
