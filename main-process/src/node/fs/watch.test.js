'use strict';

const assert = require('node:assert');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { once } = require('node:events');
const test = require('kaon:test');

const root = fs.mkdtempSync(path.join(os.tmpdir(), 'kaon-watch-'));
process.on('exit', () => fs.rmSync(root, { recursive: true, force: true }));
const at = (name) => path.join(root, name);

/** Does something again and again until the event comes. */
async function until(emitter, act) {
  const timer = setInterval(act, 30);
  act();
  try {
    return await once(emitter, 'change');
  } finally {
    clearInterval(timer);
  }
}

test('a watched folder tells of new files', async () => {
  const watcher = fs.watch(root);
  const [kind, name] = await until(watcher, () => fs.writeFileSync(at('new'), `${Date.now()}`));
  assert.ok(['rename', 'change'].includes(kind));
  assert.strictEqual(name, 'new');
  const closed = once(watcher, 'close');
  watcher.close();
  watcher.close();
  await closed;
});

test('names come in the asked encoding', async () => {
  const watcher = fs.watch(root, 'buffer');
  const [, name] = await until(watcher, () => fs.writeFileSync(at('bytes'), `${Date.now()}`));
  assert.ok(Buffer.isBuffer(name));
  watcher.close();
});

const below = async () => {
  fs.mkdirSync(at('below'));
  const watcher = fs.watch(root, { recursive: true });
  const names = [];
  watcher.on('change', (kind, name) => names.push(name));
  const deadline = Date.now() + 10000;
  while (!names.includes(path.join('below', 'file')) && Date.now() < deadline) {
    fs.writeFileSync(at('below/file'), `${Date.now()}`);
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
  watcher.close();
  assert.ok(names.includes(path.join('below', 'file')), names.join());
};
const title = 'a recursive watcher sees what happens below';
if (process.env.WINEPREFIX === undefined) test(title, below);
else test.skip(title, 'Wine does not tell of changes in inner folders');

test('a path that does not exist cannot be watched', () => {
  assert.throws(() => fs.watch(at('missing')), {
    code: 'ENOENT', syscall: 'watch', filename: at('missing'),
    message: `ENOENT: no such file or directory, watch '${at('missing')}'`,
  });
  assert.throws(() => fs.watch(root, { recursive: 1 }), { code: 'ERR_INVALID_ARG_TYPE' });
});

test('an aborted signal closes the watcher', async () => {
  const controller = new AbortController();
  const watcher = fs.watch(root, { signal: controller.signal });
  const closed = once(watcher, 'close');
  controller.abort();
  await closed;
});

test('an unreferenced watcher does not keep the process alive', () => {
  fs.watch(root, { persistent: false });
  fs.watch(root).unref();
  fs.watchFile(at('unreferenced'), { persistent: false }, () => {});
});

test('watchFile compares now and before', async () => {
  const file = at('polled');
  fs.writeFileSync(file, 'a');
  const seen = new Promise((resolve) => fs.watchFile(file, { interval: 20 }, (now, before) => resolve([now, before])));
  const timer = setInterval(() => fs.appendFileSync(file, 'b'), 60);
  const [now, before] = await seen;
  clearInterval(timer);
  assert.ok(now.size > before.size);
  fs.unwatchFile(file);
});

test('watchFile tells once of a file that is not there', async () => {
  const file = at('absent');
  const [now, before] = await new Promise((resolve) => fs.watchFile(file, { interval: 20 }, (...stats) => resolve(stats)));
  assert.deepStrictEqual([now.mtimeMs, now.size, before.mtimeMs], [0, 0, 0]);
  fs.unwatchFile(file);
  assert.throws(() => fs.watchFile(file), { message: 'The "listener" argument must be of type function. Received undefined' });
});
