'use strict';

const assert = require('node:assert');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const promises = require('node:fs/promises');
const test = require('kaon:test');

const root = fs.mkdtempSync(path.join(os.tmpdir(), 'kaon-promises-'));
process.on('exit', () => fs.rmSync(root, { recursive: true, force: true }));
const at = (...parts) => path.join(root, ...parts);

test('fs.promises and fs/promises are one', () => {
  assert.strictEqual(fs.promises, promises);
  assert.strictEqual(promises.constants, fs.constants);
});

test('a file handle reads, writes and tells of its end', async () => {
  const handle = await promises.open(at('file'), 'w+');
  assert.strictEqual(typeof handle.fd, 'number');
  assert.deepStrictEqual({ ...await handle.write('hello') }, { bytesWritten: 5, buffer: 'hello' });
  assert.strictEqual((await handle.writev([Buffer.from(' '), Buffer.from('you')])).bytesWritten, 4);
  const { bytesRead, buffer } = await handle.read({ position: 0, length: 4 });
  assert.deepStrictEqual([bytesRead, buffer.toString('utf8', 0, 4)], [4, 'hell']);
  assert.strictEqual((await handle.read(Buffer.alloc(2), 0, 2, 6)).buffer.toString(), 'yo');
  await handle.truncate(5);
  await handle.utimes(1, 2);
  await handle.sync();
  await handle.datasync();
  await handle.chmod(0o644);
  const stats = await handle.stat();
  assert.deepStrictEqual([stats.size, stats.mtimeMs], [5, 2000]);
  let closed = 0;
  handle.on('close', () => closed++);
  await handle.close();
  await handle.close();
  assert.deepStrictEqual([closed, handle.fd], [1, -1]);
  await assert.rejects(handle.read(), { code: 'EBADF', message: 'file closed', syscall: 'read' });
});

test('whole files go through handles, too', async () => {
  const handle = await promises.open(at('whole'), 'a+');
  await handle.appendFile('one ');
  await promises.appendFile(handle, 'two');
  await handle.close();
  const again = await promises.open(at('whole'));
  assert.strictEqual(await promises.readFile(again, 'utf8'), 'one two');
  await again[Symbol.asyncDispose]();
  assert.strictEqual(again.fd, -1);
});

test('what yields text and bytes can be written', async () => {
  await promises.writeFile(at('yielded'), (function* () {
    yield 'a';
    yield Buffer.from('b');
  })());
  await promises.appendFile(at('yielded'), (async function* () {
    yield 'c';
  })());
  assert.strictEqual(await promises.readFile(at('yielded'), 'utf8'), 'abc');
  await assert.rejects(promises.writeFile(at('yielded'), 5), { code: 'ERR_INVALID_ARG_TYPE' });
});

test('a signal ends the waiting', async () => {
  await promises.writeFile(at('aborted'), 'x');
  await assert.rejects(promises.readFile(at('aborted'), { signal: AbortSignal.abort() }), {
    name: 'AbortError', code: 'ABORT_ERR', message: 'The operation was aborted',
  });
  const controller = new AbortController();
  const reading = promises.readFile(at('aborted'), { signal: controller.signal });
  controller.abort();
  await assert.rejects(reading, { name: 'AbortError' });
  await assert.rejects(promises.readFile(at('aborted'), { signal: 1 }), {
    message: 'The "options.signal" property must be an instance of AbortSignal. Received type number (1)',
  });
});

test('a stream keeps its handle open until both are done', async () => {
  await promises.writeFile(at('streamed'), 'some text');
  const handle = await promises.open(at('streamed'));
  let text = '';
  for await (const chunk of handle.createReadStream({ encoding: 'utf8', start: 5 })) text += chunk;
  assert.strictEqual(text, 'text');
  assert.strictEqual(handle.fd, -1);
});

test('lchmod exists on macOS alone', async () => {
  if (process.platform === 'darwin') return;
  assert.strictEqual(fs.lchmod, undefined);
  await assert.rejects(promises.lchmod(root, 0), { code: 'ERR_METHOD_NOT_IMPLEMENTED', message: 'The lchmod() method is not implemented' });
});

test('cp copies trees with a filter and keeps times', async () => {
  const source = at('source');
  await promises.mkdir(path.join(source, 'inner'), { recursive: true });
  for (const name of ['a', 'b', 'inner/c']) await promises.writeFile(path.join(source, name), name);
  await promises.utimes(path.join(source, 'a'), 1000, 1000);
  const filter = async (from) => !from.endsWith('b');
  await promises.cp(source, at('copied'), { recursive: true, filter, preserveTimestamps: true });
  assert.deepStrictEqual((await promises.readdir(at('copied'), { recursive: true })).sort(), ['a', 'inner', path.join('inner', 'c')]);
  assert.strictEqual((await promises.stat(at('copied', 'a'))).mtimeMs, 1000000);
  fs.cpSync(source, at('copied'), { recursive: true });
  assert.strictEqual(await promises.readFile(at('copied', 'b'), 'utf8'), 'b');
});

test('cp refuses what makes no sense, as a SystemError', async () => {
  const folder = at('refused');
  await promises.mkdir(folder);
  await promises.writeFile(at('plain'), '');
  const options = { recursive: true };
  for (const [from, to, code, text] of [
    [folder, path.join(folder, 'inside'), 'ERR_FS_CP_EINVAL', 'EINVAL'],
    [folder, at('plain'), 'ERR_FS_CP_DIR_TO_NON_DIR', 'EISDIR'],
    [at('plain'), folder, 'ERR_FS_CP_NON_DIR_TO_DIR', 'ENOTDIR'],
    [folder, folder, 'ERR_FS_CP_EINVAL', 'EINVAL'],
  ]) {
    await assert.rejects(promises.cp(from, to, options), (error) => {
      assert.deepStrictEqual([error.name, error.code, error.info.code, error.syscall], ['SystemError', code, text, 'cp']);
      return true;
    });
    assert.throws(() => fs.cpSync(from, to, options), { code });
  }
  assert.throws(() => fs.cpSync(folder, at('never')), { code: 'ERR_FS_EISDIR' });
  assert.throws(() => fs.cpSync(at('plain'), at('copied', 'a'), { force: false, errorOnExist: true }), { code: 'ERR_FS_CP_EEXIST' });
  await assert.rejects(promises.cp(folder, at('x'), { filter: 5 }), { code: 'ERR_INVALID_ARG_TYPE' });
});

test('changes can be awaited one by one until the signal aborts', async () => {
  const folder = at('watched');
  await promises.mkdir(folder);
  const controller = new AbortController();
  const timer = setInterval(() => fs.writeFileSync(path.join(folder, 'new'), `${Date.now()}`), 20);
  const seen = [];
  await assert.rejects(async () => {
    for await (const { eventType, filename } of promises.watch(folder, { signal: controller.signal })) {
      seen.push([eventType, filename]);
      clearInterval(timer);
      controller.abort();
    }
  }, { name: 'AbortError' });
  assert.strictEqual(seen[0][1], 'new');
  assert.ok(['rename', 'change'].includes(seen[0][0]));
});
