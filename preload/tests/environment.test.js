'use strict';

const assert = require('node:assert');
const { test } = require('kaon:test');
const { createWorlds } = require('./fake/worlds');
const { createMainProcess, settled, event, reply, failure } = require('./fake/main_process');

const BASE = {
  key: 'k', token: 't', contextIsolation: true, sandbox: true, zoomFactor: 1, arguments: ['--mine'],
  process: { platform: 'linux', arch: 'x64', versions: { electron: '1' }, env: { A: 'b' }, execPath: '/kaon', systemVersion: '6.1' },
};

const quietly = (run) => {
  const { error } = console;
  console.error = () => {};
  try {
    return run();
  } finally {
    console.error = error;
  }
};

/** Starts a page whose preload scripts are `sources`. */
function start(sources, changes = {}) {
  const config = { ...BASE, ...changes, preloads: sources.map((source, at) => ({ path: `/app/preload${at}.js`, source })) };
  const worlds = createWorlds();
  const main = createMainProcess();
  worlds.isolated.window.webkit = {
    messageHandlers: { kaon: { postMessage: async (text) => (text === '?' ? main.transport.poll() : main.transport.post(text.slice(1))) } },
  };
  worlds.isolated.window.XMLHttpRequest = class {
    status = 200;
    open(method, url) {
      assert.deepStrictEqual([method, url], ['POST', 'kaon-sync://ipc/']);
    }
    setRequestHeader(name, value) {
      assert.deepStrictEqual([name, value], ['Content-Type', 'text/plain;token=t']);
    }
    send(text) {
      this.responseText = main.transport.sync(text);
    }
  };
  startIsolated(worlds.isolated, config);
  worlds.page.load('page').start(config);
  if (!config.contextIsolation) hookScripts(worlds.page.window, config);
  return { main, config, page: worlds.page, isolated: worlds.isolated, window: worlds.page.window };
}

function startIsolated({ window, load }, config) {
  const modules = { './transport/own': 'transport/webkit', './link': 'link', './bridge/port': 'bridge/port', './environment': 'environment' };
  const fs = require('node:fs');
  const text = fs.readFileSync(require('node:path').join(__dirname, '../src/isolated.js'), 'utf8');
  const exports = {};
  new Function('exports', 'require', 'module', 'window', text)(exports, (name) => load(modules[name]), { exports }, window);
  exports.start(config);
}

function hookScripts(window, config) {
  const parameters = ['exports', 'require', 'module', '__filename', '__dirname', 'process', 'Buffer', 'global', 'setImmediate', 'clearImmediate'];
  for (const { path, source } of config.preloads) {
    try {
      window[config.key](path, new Function(...parameters, source));
    } catch {
      // A web view goes on with the next script.
    }
    window[config.key].end(path);
  }
  window[config.key].finish();
}

const API = `
  const { contextBridge, ipcRenderer } = require('electron');
  contextBridge.exposeInMainWorld('api', {
    send: (...args) => ipcRenderer.send(...args),
    invoke: (...args) => ipcRenderer.invoke(...args),
    sendSync: (...args) => ipcRenderer.sendSync(...args),
    on: (channel, listener) => { ipcRenderer.on(channel, (event, ...args) => listener(...args, Object.keys(event))); },
  });
`;

test('a page talks to the main process by what its preload exposes', async () => {
  const { main, window } = start([API]);
  const ticks = [];
  window.api.on('tick', (...args) => ticks.push(args));
  window.api.send('hello', { a: 1 });
  const call = window.api.invoke('add', 1, 2);
  const failing = window.api.invoke('fail');
  await settled();
  assert.deepStrictEqual(main.heard.map(({ kind, channel }) => channel ?? kind), ['ready', 'hello', 'add', 'fail']);
  main.deliver(reply(main.heard[2].id, 3));
  main.deliver(failure(main.heard[3].id, 'TypeError', 'bad'));
  main.deliver(event('tick', 5));
  assert.strictEqual(await call, 3);
  await assert.rejects(failing, /^Error: Error invoking remote method 'fail': TypeError: bad$/);
  await settled();
  assert.deepStrictEqual(ticks, [[5, ['sender', 'ports']]]);
  main.onSync = ({ args }) => reply(0, args);
  assert.deepStrictEqual(window.api.sendSync('sync', 'x'), ['x']);
});

test('a preload script has what sandboxed preloads have', async () => {
  const { main } = start([`
    const assert = (value, name) => { if (!value) throw new Error(name); };
    assert(process.type === 'renderer' && process.sandboxed && process.contextIsolated, 'flags');
    assert(process.versions.electron === '1' && process.platform === 'linux' && process.env.A === 'b', 'facts');
    assert(process.argv.join() === '/kaon,--mine' && process.getSystemVersion() === '6.1', 'argv');
    assert(__filename === '/app/preload0.js' && __dirname === '/app', 'names');
    assert(require('electron/renderer') === require('electron') && require('node:events') === require('events'), 'modules');
    assert(typeof setImmediate === 'function' && Buffer.from('aé').toString('hex') === '61c3a9', 'globals');
    assert(module.exports === exports && this === exports && module.require === require, 'module');
    process.once('loaded', () => require('electron').ipcRenderer.send('loaded'));
    try { require('fs'); } catch (error) { require('electron').ipcRenderer.send('no', error.message.split('\\n')[0], error.code); }
  `]);
  await settled();
  assert.deepStrictEqual(main.heard.map(({ kind, args }) => args ?? kind), [['module not found: fs', 'MODULE_NOT_FOUND'], [], 'ready']);
});

test('a failing preload script is reported and the next one runs', async () => {
  const { main } = quietly(() => start(['throw new TypeError("early")', 'syntax error', '#!/usr/bin/env node\nrequire("electron").ipcRenderer.send("ran")']));
  await settled();
  const [first, second, third] = main.heard;
  assert.deepStrictEqual([first.kind, first.path, first.message], ['preloadError', '/app/preload0.js', 'early']);
  assert.ok(first.stack.startsWith('TypeError: early\n'));
  assert.deepStrictEqual([second.path, second.stack.split(':')[0]], ['/app/preload1.js', 'SyntaxError']);
  assert.strictEqual(third.channel, 'ran');
});

test('without context isolation the preload script shares the page’s world', async () => {
  const source = `
    const { ipcRenderer, contextBridge } = require('electron');
    global.shared = { ipcRenderer, contextBridge, sync: ipcRenderer.sendSync('early') };
    ipcRenderer.on('tick', (event, value) => { global.shared.tick = value; });
  `;
  const { main, window } = quietly(() => start([source, 'syntax error'], { contextIsolation: false }));
  assert.strictEqual(window.k, undefined);
  assert.throws(() => window.shared.contextBridge.exposeInMainWorld('x', {}), /^Error: contextBridge API can only be used when contextIsolation is enabled$/);
  const call = window.shared.ipcRenderer.invoke('add', new Map([[1, { a: 2 }]]));
  await settled();
  assert.deepStrictEqual(main.heard.map(({ kind, channel }) => channel ?? kind), ['early', 'preloadError', 'ready', 'add']);
  assert.deepStrictEqual(main.heard[3].args, [new Map([[1, { a: 2 }]])]);
  main.deliver(failure(main.heard[3].id, 'Error', 'no'));
  await assert.rejects(call, /^Error: Error invoking remote method 'add': Error: no$/);
  main.deliver(event('tick', 7));
  await settled();
  assert.strictEqual(window.shared.tick, 7);
});

test('scripts that a view runs twice in one world do nothing the second time', async () => {
  const { main, isolated, page, config, window } = start([API]);
  startIsolated(isolated, config);
  page.load('page').start(config);
  const call = window.api.invoke('add');
  await settled();
  assert.deepStrictEqual(main.heard.map(({ kind }) => kind), ['ready', 'invoke']);
  main.deliver(reply(main.heard[1].id, 3));
  assert.strictEqual(await call, 3);
});

test('what cannot be sent is refused where it is sent', async () => {
  const { isolated } = start([`
    const { ipcRenderer } = require('electron');
    global.said = [];
    const tell = (run) => { try { run(); } catch (error) { global.said.push(String(error)); } };
    tell(() => ipcRenderer.send('a', () => 1));
    tell(() => ipcRenderer.send());
    tell(() => ipcRenderer.send('-kaon-zoom', 2));
    tell(() => ipcRenderer.postMessage('a', 1, [{}]));
    ipcRenderer.invoke('a', Symbol('s')).catch((error) => global.said.push(String(error)));
  `]);
  await settled();
  assert.deepStrictEqual(isolated.window.said, [
    'Error: An object could not be cloned.',
    'TypeError: Error processing argument at index 0, conversion failure from undefined',
    "Error: The channel '-kaon-zoom' is reserved",
    'Error: ipcRenderer.postMessage with ports is not supported',
    'Error: An object could not be cloned.',
  ]);
});

test('a listener that throws is the application’s failure and stops nobody', async () => {
  const { main, isolated } = start([`
    const { ipcRenderer } = require('electron');
    ipcRenderer.on('a', () => { throw new Error('mine'); });
    ipcRenderer.on('b', () => { global.heardB = true; });
  `]);
  main.deliver(event('a'));
  main.deliver(event('b'));
  await settled();
  assert.deepStrictEqual(isolated.errors.map(({ message }) => message), ['mine']);
  assert.ok(isolated.window.heardB);
});

test('zoom goes through the main process and is known at once', async () => {
  const { main, isolated } = start([`
    const { webFrame } = require('electron');
    webFrame.setZoomLevel(2);
    global.zoom = () => [webFrame.getZoomFactor(), Math.round(webFrame.getZoomLevel())];
  `]);
  assert.deepStrictEqual(isolated.window.zoom(), [1.44, 2]);
  await settled();
  assert.deepStrictEqual([main.heard[0].channel, main.heard[0].args], ['-kaon-zoom', [1.44]]);
  main.deliver(event('-kaon-zoom', 1));
  await settled();
  assert.deepStrictEqual(isolated.window.zoom(), [1, 0]);
});

test('code in the page’s world gives its value, and asks the main process where the page forbids it', async () => {
  const { main, isolated, page } = start([`
    const { webFrame, contextBridge } = require('electron');
    global.run = (code) => webFrame.executeJavaScript(code);
    global.product = contextBridge.executeInMainWorld({ func: (a, b) => a * b, args: [6, 7] });
  `]);
  assert.strictEqual(isolated.window.product, 42);
  assert.deepStrictEqual(await isolated.window.run('Promise.resolve([1])'), [1]);
  await assert.rejects(isolated.window.run('throw new RangeError("x")'), /^RangeError: x$/);
  const call = isolated.window.run('throw new EvalError("forbidden")');
  await settled();
  const asked = main.heard.find(({ channel }) => channel === '-kaon-execute');
  main.deliver(reply(asked.id, 'done'));
  assert.strictEqual(await call, 'done');
  assert.ok(page.window !== isolated.window);
});
