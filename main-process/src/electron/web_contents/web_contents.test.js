'use strict';

const assert = require('node:assert');
const path = require('node:path');
const { once } = require('node:events');
const { pathToFileURL } = require('node:url');
const { test } = require('kaon:test');
const { answer, commands, emit, settled } = require('kaon:test/host');
const { app, BrowserWindow, webContents } = require('electron');

app.on('window-all-closed', () => {});
process.on('warning', () => {});

async function page(webPreferences) {
  await app.whenReady();
  const window = new BrowserWindow({ show: false, webPreferences });
  await settled();
  commands();
  return window.webContents;
}

const told = () => commands().map((command) => command.page).filter(Boolean);
const report = (contents, name, fields) => emit({ page: { [name]: { id: contents.id, ...fields } } });
const HERE = { httpResponseCode: -1, canGoBack: false, canGoForward: false };

/** What the shell reports of a load that goes well. */
function loads(contents, url) {
  report(contents, 'loadBegun');
  report(contents, 'didStartLoading');
  report(contents, 'didStartNavigation', { url });
  report(contents, 'didNavigate', { url, ...HERE });
  report(contents, 'domReady');
  report(contents, 'didFinishLoad');
  report(contents, 'didStopLoading');
}

test('a load is promised and tells its story in order', async () => {
  const contents = await page();
  const story = [];
  for (const name of ['did-start-loading', 'did-start-navigation', 'did-frame-navigate', 'did-navigate', 'dom-ready',
    'did-frame-finish-load', 'did-finish-load', 'did-stop-loading']) {
    contents.on(name, () => story.push(name));
  }
  const loaded = contents.loadURL('https://example.org');
  assert.strictEqual(contents.isLoading(), true);
  assert.deepStrictEqual(told(), [{ load: { id: contents.id, url: 'https://example.org/', userAgent: null, referrer: null, headers: [] } }]);
  loads(contents, 'https://example.org/');
  assert.strictEqual(await loaded, undefined);
  assert.strictEqual(contents.getURL(), 'https://example.org/');
  await settled();
  assert.strictEqual(contents.isLoading(), false);
  assert.deepStrictEqual(story, ['did-start-loading', 'did-start-navigation', 'did-frame-navigate', 'did-navigate', 'dom-ready',
    'did-frame-finish-load', 'did-finish-load', 'did-stop-loading']);
  contents.destroy();
});

test('a load that fails rejects with the code, the number and the address', async () => {
  const contents = await page();
  const loaded = contents.loadURL('file:///nowhere.html');
  report(contents, 'loadBegun');
  report(contents, 'didStartLoading');
  report(contents, 'didStartNavigation', { url: 'file:///nowhere.html' });
  report(contents, 'didFailLoad', { code: -6, description: 'ERR_FILE_NOT_FOUND', url: 'file:///nowhere.html', isMainFrame: true });
  report(contents, 'didStopLoading');
  await assert.rejects(loaded, {
    message: "ERR_FILE_NOT_FOUND (-6) loading 'file:///nowhere.html'", code: 'ERR_FILE_NOT_FOUND', errno: -6, url: 'file:///nowhere.html',
  });
  contents.destroy();
});

test('what is no address fails at once', async () => {
  const contents = await page();
  const failed = once(contents, 'did-fail-load');
  await assert.rejects(contents.loadURL('no address'), { code: 'ERR_INVALID_URL', errno: -300, message: "ERR_INVALID_URL (-300) loading 'no address'" });
  assert.deepStrictEqual((await failed).slice(1), [-300, 'ERR_INVALID_URL', 'no address', true]);
  contents.destroy();
});

test('a load is aborted by the next one, which hears nothing of the end of the first', async () => {
  const contents = await page();
  const first = contents.loadURL('https://a.example/');
  const second = contents.loadURL('https://b.example/');
  await assert.rejects(first, { code: 'ERR_ABORTED', errno: -3 });
  const heard = [];
  for (const name of ['did-fail-load', 'did-stop-loading']) contents.on(name, () => heard.push(name));
  report(contents, 'loadBegun');
  report(contents, 'didStartLoading');
  report(contents, 'didStartNavigation', { url: 'https://a.example/' });
  report(contents, 'loadBegun');
  report(contents, 'didFailLoad', { code: -3, description: 'ERR_ABORTED', url: 'https://a.example/', isMainFrame: true });
  report(contents, 'didStopLoading');
  report(contents, 'didStartLoading');
  report(contents, 'didStartNavigation', { url: 'https://b.example/' });
  report(contents, 'didFinishLoad');
  await second;
  assert.deepStrictEqual(heard, []);
  contents.destroy();
});

test('the end of a load does not end the one that its listener asks for', async () => {
  const contents = await page();
  const first = contents.loadURL('https://a.example/');
  loads(contents, 'https://a.example/');
  await first;
  let done = false;
  const second = contents.loadURL('https://b.example/').then(() => {
    done = true;
  });
  await settled();
  assert.strictEqual(done, false);
  loads(contents, 'https://b.example/');
  await second;
  contents.destroy();
});

test('a load that cannot start fails', async () => {
  const contents = await page();
  const loaded = contents.loadURL('odd:address');
  report(contents, 'loadBegun');
  report(contents, 'didFailLoad', { code: -302, description: 'ERR_UNKNOWN_URL_SCHEME', url: 'odd:address', isMainFrame: true });
  await assert.rejects(loaded, { code: 'ERR_UNKNOWN_URL_SCHEME' });
  contents.destroy();
});

test('a page that goes while it loads fails', async () => {
  const contents = await page();
  const loaded = contents.loadURL('https://a.example/');
  contents.destroy();
  await assert.rejects(loaded, { code: 'ERR_FAILED', errno: -2 });
});

test('files are relative to the app, with a query and a hash', async () => {
  const contents = await page();
  contents.loadFile('a b.html', { query: { x: '1' }, hash: 'top' });
  const [{ load }] = told();
  assert.strictEqual(load.url, `${pathToFileURL(path.join(app.getAppPath(), 'a b.html'))}?x=1#top`);
  assert.throws(() => contents.loadFile(7), { name: 'TypeError', message: 'Must pass filePath as a string' });
  contents.destroy();
});

test('a navigation of the page happens unless a listener prevents it', async () => {
  const contents = await page();
  contents.once('will-navigate', (event, url) => {
    assert.strictEqual(event.url, url);
    if (url === 'https://no.example/') event.preventDefault();
  });
  report(contents, 'willNavigate', { navigation: 1, url: 'https://no.example/' });
  await settled();
  assert.deepStrictEqual(told(), []);
  report(contents, 'willNavigate', { navigation: 2, url: 'https://yes.example/' });
  await settled();
  assert.deepStrictEqual(told(), [{ navigate: { id: contents.id, navigation: 2 } }]);
  contents.destroy();
});

test('the history is kept as far as it can be known', async () => {
  const contents = await page();
  const go = async (url, canGoBack, canGoForward) => {
    report(contents, 'didNavigate', { url, httpResponseCode: 200, canGoBack, canGoForward });
    await settled();
  };
  await go('a:1', false, false);
  await go('a:2', true, false);
  await go('a:3', true, false);
  const { navigationHistory: history } = contents;
  assert.deepStrictEqual([history.length(), history.getActiveIndex(), history.canGoBack(), history.canGoForward()], [3, 2, true, false]);
  history.goBack();
  await go('a:2', true, true);
  assert.deepStrictEqual([history.length(), history.getActiveIndex()], [3, 1]);
  history.goToOffset(1);
  await go('a:3', true, false);
  assert.strictEqual(history.getActiveIndex(), 2);
  history.goBack();
  await go('a:2', true, true);
  await go('a:4', true, false);
  assert.deepStrictEqual(history.getAllEntries().map(({ url }) => url), ['a:1', 'a:2', 'a:4']);
  assert.strictEqual(history.getEntryAtIndex(9), null);
  contents.destroy();
});

test('a window that the page opens is a BrowserWindow, as its handler says', async () => {
  const contents = await page();
  const details = { url: 'https://pop.example/', frameName: 'f', features: 'width=300,height=200,nodeIntegration=1', disposition: 'new-window' };
  const created = once(contents, 'did-create-window');
  contents.setWindowOpenHandler(({ url, features }) => {
    assert.deepStrictEqual([url, features], [details.url, details.features]);
    return { action: 'allow', overrideBrowserWindowOptions: { show: false, title: 'Popup' } };
  });
  report(contents, 'windowOpen', details);
  const [window, told] = await created;
  assert.strictEqual(told.url, details.url);
  assert.deepStrictEqual([window.getTitle(), window.getSize()], ['Popup', [300, 200]]);
  assert.strictEqual(window.webContents.getLastWebPreferences().nodeIntegration, false);
  contents.destroy();
  await settled();
  assert.strictEqual(window.isDestroyed(), true);
});

test('a handler can deny a window, and one that says nothing sensible has', async () => {
  const contents = await page();
  const real = console.error;
  const said = [];
  console.error = (text) => said.push(text);
  contents.on('did-create-window', () => assert.fail('no window was allowed'));
  for (const response of [{ action: 'deny' }, null, 'allow', {}]) {
    contents.setWindowOpenHandler(() => response);
    report(contents, 'windowOpen', { url: 'https://pop.example/', frameName: '', features: '', disposition: 'foreground-tab' });
    await settled();
  }
  console.error = real;
  assert.strictEqual(said.length, 3);
  assert.strictEqual(BrowserWindow.getAllWindows().length, 1);
  contents.destroy();
});

test('an application of former days prevents windows by an event', async () => {
  const contents = await page();
  const urls = [];
  contents.on('new-window', (event, url) => {
    urls.push(url);
    event.preventDefault();
  });
  report(contents, 'windowOpen', { url: 'https://pop.example/', frameName: '', features: '', disposition: 'foreground-tab' });
  await settled();
  assert.deepStrictEqual(urls, ['https://pop.example/']);
  assert.strictEqual(BrowserWindow.getAllWindows().length, 1);
  contents.destroy();
});

test('scripts wait for the page and give back what they evaluated to', async () => {
  const contents = await page();
  answer('early');
  let done = false;
  const evaluated = contents.executeJavaScript('1 + 1').then((value) => {
    done = true;
    return value;
  });
  await settled();
  assert.strictEqual(done, false);
  loads(contents, 'https://example.org/');
  assert.strictEqual(await evaluated, 'early');
  assert.deepStrictEqual(told().pop(), { executeJavascript: { id: contents.id, code: '1 + 1', isolated: false } });
  contents.destroy();
});

test('styles have a key by which they are taken away', async () => {
  const contents = await page();
  const key = await contents.insertCSS('a {}');
  await contents.removeInsertedCSS(key);
  assert.deepStrictEqual(told(), [{ insertCss: { id: contents.id, key, css: 'a {}' } }, { removeInsertedCss: { id: contents.id, key } }]);
  contents.destroy();
});

test('zoom is a factor and a level', async () => {
  const contents = await page({ zoomFactor: 1.44 });
  assert.strictEqual(contents.getZoomLevel(), 2);
  contents.zoomLevel = 1;
  assert.strictEqual(contents.zoomFactor, 1.2);
  assert.throws(() => contents.setZoomFactor(0), { message: "'zoomFactor' must be a double greater than 0.0" });
  contents.destroy();
});

test('developer tools open, close and toggle', async () => {
  const contents = await page();
  contents.toggleDevTools();
  assert.strictEqual(contents.isDevToolsOpened(), true);
  contents.toggleDevTools();
  assert.strictEqual(contents.isDevToolsOpened(), false);
  assert.deepStrictEqual(told(), [{ openDevTools: { id: contents.id, mode: null, activate: true } }, { closeDevTools: { id: contents.id } }]);
  const opened = once(contents, 'devtools-opened');
  report(contents, 'devToolsOpened');
  await opened;
  contents.destroy();
});

test('the search in a page is numbered and found', async () => {
  const contents = await page();
  assert.throws(() => contents.findInPage(''), { name: 'TypeError', message: 'Must provide a non-empty search content' });
  const request = contents.findInPage('word', { matchCase: true });
  const found = once(contents, 'found-in-page');
  report(contents, 'foundInPage', { request, matches: 3, active: 1, isFinal: true });
  const [, result] = await found;
  assert.deepStrictEqual([result.requestId, result.matches, result.activeMatchOrdinal, result.finalUpdate], [request, 3, 1, true]);
  contents.destroy();
});

test('a page that crashed says so, to the app as well', async () => {
  const contents = await page();
  const ofApp = once(app, 'render-process-gone');
  const ofPage = once(contents, 'render-process-gone');
  report(contents, 'processGone', { reason: 'crashed', exitCode: 11 });
  assert.deepStrictEqual((await ofApp)[2], { reason: 'crashed', exitCode: 11 });
  assert.deepStrictEqual((await ofPage)[1], { reason: 'crashed', exitCode: 11 });
  assert.strictEqual(contents.isCrashed(), true);
  contents.destroy();
});

test('a context menu is described in the words of Electron', async () => {
  const contents = await page();
  const asked = once(contents, 'context-menu');
  report(contents, 'contextMenu', { params: {
    x: 3, y: 4, linkUrl: 'https://l/', linkText: 'l', srcUrl: '', pageUrl: 'https://p/', mediaType: 'none', selectionText: 'text', isEditable: true,
  } });
  const [, params] = await asked;
  assert.deepStrictEqual([params.x, params.linkURL, params.pageURL, params.selectionText, params.editFlags.canCopy], [3, 'https://l/', 'https://p/', 'text', true]);
  contents.destroy();
});

test('console messages come with a level by name, and in the old way', async () => {
  const contents = await page();
  const said = once(contents, 'console-message');
  report(contents, 'consoleMessage', { level: 2, message: 'careful', line: 7, sourceId: 'a.js' });
  const [event, ...old] = await said;
  assert.deepStrictEqual([event.level, event.message, event.lineNumber, event.sourceId], ['warning', 'careful', 7, 'a.js']);
  assert.deepStrictEqual(old, [2, 'careful', 7, 'a.js']);
  contents.destroy();
});

test('messages to a page need a channel and are clones', async () => {
  const contents = await page();
  contents.send('hello', { a: 1 });
  assert.deepStrictEqual(told(), [{ post: { id: contents.id, message: { event: { channel: 'hello', args: [{ a: 1 }] } } } }]);
  assert.throws(() => contents.send(), { name: 'TypeError', message: 'Missing required channel argument' });
  const real = console.error;
  const said = [];
  console.error = (...args) => said.push(args);
  contents.send('function', () => {});
  console.error = real;
  assert.strictEqual(said[0][0], 'Error sending from webFrameMain: ');
  assert.deepStrictEqual(told(), []);
  contents.destroy();
});

test('edits, printing and pictures reach the shell', async () => {
  const contents = await page();
  contents.paste();
  contents.selectAll();
  assert.deepStrictEqual(told().map(({ edit }) => edit.command), ['paste', 'selectAll']);
  await assert.rejects(contents.printToPDF({ landscape: 'yes' }), { name: 'TypeError', message: 'landscape must be a Boolean' });
  await assert.rejects(contents.printToPDF({ displayHeaderFooter: true }), { code: 'ERR_NOT_SUPPORTED' });
  assert.throws(() => contents.print('x'), { name: 'TypeError', message: 'webContents.print(): Invalid print settings specified.' });
  contents.destroy();
});

test('a preload script that cannot be read is an event of each document', async () => {
  const contents = await page({ preload: path.join(__dirname, 'no-such-preload.js') });
  const failed = once(contents, 'preload-error');
  loads(contents, 'file:///a.html');
  const [, file, error] = await failed;
  assert.strictEqual(file, path.join(__dirname, 'no-such-preload.js'));
  assert.strictEqual(error.code, 'ENOENT');
  contents.destroy();
});

test('a file without a title goes by its name', async () => {
  const contents = await page();
  const titled = once(contents, 'page-title-updated');
  loads(contents, 'file:///tmp/a%20b.html');
  report(contents, 'titleUpdated', { title: '' });
  assert.deepStrictEqual((await titled).slice(1), ['a b.html', false]);
  assert.strictEqual(contents.getTitle(), 'a b.html');
  contents.destroy();
});

test('a page that is gone is in no list and answers nothing', async () => {
  const contents = await page();
  assert.ok(webContents.getAllWebContents().includes(contents));
  const destroyed = once(contents, 'destroyed');
  contents.destroy();
  await destroyed;
  assert.strictEqual(contents.isDestroyed(), true);
  assert.strictEqual(webContents.fromId(contents.id), undefined);
  assert.ok(!webContents.getAllWebContents().includes(contents));
  assert.throws(() => contents.getURL(), { name: 'TypeError', message: 'Object has been destroyed' });
});

test('window.close() of the page closes the window without asking it', async () => {
  const contents = await page();
  const window = BrowserWindow.fromWebContents(contents);
  window.on('close', () => assert.fail('the page decides'));
  const closed = once(window, 'closed');
  report(contents, 'closeRequested');
  await closed;
});

test('what is not there says so', async () => {
  const contents = await page();
  assert.throws(() => contents.sendInputEvent({}), { code: 'ERR_NOT_SUPPORTED', message: /webContents\.sendInputEvent/ });
  assert.throws(() => contents.debugger.attach(), { code: 'ERR_NOT_SUPPORTED' });
  contents.destroy();
});
