'use strict';

const assert = require('node:assert');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { promisify } = require('node:util');
const { pathToFileURL } = require('node:url');
const test = require('kaon:test');

const windows = process.platform === 'win32';
const root = fs.mkdtempSync(path.join(os.tmpdir(), 'kaon-fs-'));
process.on('exit', () => fs.rmSync(root, { recursive: true, force: true }));
const at = (...parts) => path.join(root, ...parts);

/** All three styles of one call, as promises. */
const styles = (name) => [
  async (...args) => fs[`${name}Sync`](...args),
  (...args) => new Promise((resolve, reject) => fs[name](...args, (error, value) => (error ? reject(error) : resolve(value)))),
  (...args) => fs.promises[name](...args),
];

test('a missing file is ENOENT with all its fields, in all styles', async () => {
  const missing = at('missing');
  for (const [name, syscall, ...args] of [
    ['stat', 'stat'], ['lstat', 'lstat'], ['open', 'open', 'r'], ['readFile', 'open'], ['unlink', 'unlink'], ['rmdir', 'rmdir'],
    ['readdir', 'scandir'], ['readlink', 'readlink'], ['access', 'access'], ['chmod', 'chmod', 0o600], ['utimes', 'utime', 1, 1],
    ['truncate', 'open'], ['rm', 'lstat'], ['opendir', 'opendir'],
  ]) {
    for (const call of styles(name)) {
      await assert.rejects(call(missing, ...args), (error) => {
        assert.strictEqual(error.message, `ENOENT: no such file or directory, ${syscall} '${missing}'`, name);
        assert.strictEqual(error.errno, -(windows ? 4058 : os.constants.errno.ENOENT));
        assert.deepStrictEqual([error.code, error.syscall, error.path], ['ENOENT', syscall, missing]);
        assert.deepStrictEqual(Object.keys(error), ['errno', 'code', 'syscall', 'path']);
        return true;
      });
    }
  }
});

test('calls with two paths name both', async () => {
  for (const [name, syscall] of [['rename', 'rename'], ['copyFile', 'copyfile'], ['link', 'link']]) {
    for (const call of styles(name)) {
      await assert.rejects(call(at('missing'), at('other')), {
        code: 'ENOENT', syscall, path: at('missing'), dest: at('other'),
        message: `ENOENT: no such file or directory, ${syscall} '${at('missing')}' -> '${at('other')}'`,
      });
    }
  }
});

test('what was written is read back, in all styles and encodings', async () => {
  for (const [index, write] of styles('writeFile').entries()) {
    const read = styles('readFile')[index];
    const file = at(`written-${index}`);
    await write(file, 'h\u00e9llo \u{1f600}');
    assert.strictEqual(await read(file, 'utf8'), 'h\u00e9llo \u{1f600}');
    assert.ok((await read(file)).equals(Buffer.from('h\u00e9llo \u{1f600}')));
    await write(file, new Uint16Array([0x6161]), { flag: 'a' });
    assert.strictEqual((await read(file, { encoding: 'latin1' })).slice(-2), 'aa');
    await styles('appendFile')[index](file, '6262', 'hex');
    assert.strictEqual((await read(file, 'base64')).slice(-4), Buffer.from('abb').toString('base64').slice(-4));
    await assert.rejects(write(file, '', { flag: 'wx' }), { code: 'EEXIST', syscall: 'open' });
  }
});

test('paths may be buffers and file URLs, but hold no NUL', () => {
  fs.writeFileSync(at('named'), 'x');
  assert.strictEqual(fs.readFileSync(Buffer.from(at('named')), 'utf8'), 'x');
  assert.strictEqual(fs.readFileSync(pathToFileURL(at('named')), 'utf8'), 'x');
  for (const bad of ['a\0b', Buffer.from('a\0b')]) {
    assert.throws(() => fs.statSync(bad), { code: 'ERR_INVALID_ARG_VALUE', name: 'TypeError' });
  }
  assert.throws(() => fs.statSync('a\0b'), {
    message: 'The argument \'path\' must be a string, Uint8Array, or URL without null bytes. Received \'a\\x00b\'',
  });
  assert.throws(() => fs.statSync(5), {
    message: 'The "path" argument must be of type string or an instance of Buffer or URL. Received type number (5)',
  });
  assert.strictEqual(fs.existsSync('a\0b'), false);
});

test('names that are no UTF-8 survive as buffers', () => {
  if (process.platform !== 'linux') return;
  const folder = at('bytes');
  fs.mkdirSync(folder);
  const name = Buffer.concat([Buffer.from(`${folder}/`), Buffer.from([0x66, 0xff])]);
  fs.writeFileSync(name, 'odd');
  assert.deepStrictEqual(fs.readdirSync(folder, 'buffer'), [Buffer.from([0x66, 0xff])]);
  assert.deepStrictEqual(fs.readdirSync(folder), ['f\ufffd']);
  assert.strictEqual(fs.readFileSync(name, 'utf8'), 'odd');
});

test('arguments are checked with Node\'s words', () => {
  const wrong = (call, code, message) => assert.throws(call, { code, message });
  wrong(() => fs.openSync('x', 'zz'), 'ERR_INVALID_ARG_VALUE', 'The argument \'flags\' is invalid. Received \'zz\'');
  wrong(() => fs.stat('x'), 'ERR_INVALID_ARG_TYPE', 'The "cb" argument must be of type function. Received undefined');
  wrong(() => fs.chmodSync('x', 'zz'), 'ERR_INVALID_ARG_VALUE',
    'The argument \'mode\' must be a 32-bit unsigned integer or an octal string. Received \'zz\'');
  wrong(() => fs.closeSync(-1), 'ERR_OUT_OF_RANGE', 'The value of "fd" is out of range. It must be >= 0 && <= 2147483647. Received -1');
  wrong(() => fs.readFileSync('x', 'zz'), 'ERR_INVALID_ARG_VALUE', 'The argument \'encoding\' is invalid encoding. Received \'zz\'');
  wrong(() => fs.readdirSync('x', 3), 'ERR_INVALID_ARG_TYPE',
    'The "options" argument must be one of type string or object. Received type number (3)');
  wrong(() => fs.writeFileSync('x', {}), 'ERR_INVALID_ARG_TYPE',
    'The "data" argument must be of type string or an instance of Buffer, TypedArray, or DataView. Received an instance of Object');
  wrong(() => fs.readSync(0, Buffer.alloc(4), 0, 5, null), 'ERR_OUT_OF_RANGE',
    'The value of "length" is out of range. It must be <= 4. Received 5');
  wrong(() => fs.writevSync(1, 'a'), 'ERR_INVALID_ARG_TYPE',
    'The "buffers" argument must be an ArrayBufferView[]. Received type string (\'a\')');
  wrong(() => fs.utimesSync('x', 'y', 1), 'ERR_INVALID_ARG_TYPE',
    'The "time" argument must be an instance of Date or an Time in seconds. Received type string (\'y\')');
});

test('a bad argument rejects the promise instead of throwing', async () => {
  const promise = fs.promises.readFile(5);
  await assert.rejects(promise, { code: 'ERR_INVALID_ARG_TYPE' });
});

test('stat tells kinds, sizes and times', () => {
  fs.writeFileSync(at('stat'), '12345');
  fs.utimesSync(at('stat'), 1, 1234567890.5);
  const stats = fs.statSync(at('stat'));
  assert.ok(stats instanceof fs.Stats && stats.isFile() && !stats.isDirectory());
  assert.deepStrictEqual([stats.size, stats.mtimeMs, stats.mtime], [5, 1234567890500, new Date(1234567890500)]);
  // Not every Windows keeps the time of the last access.
  if (!windows) assert.strictEqual(stats.atimeMs, 1000);
  const big = fs.statSync(at('stat'), { bigint: true });
  assert.deepStrictEqual([big.size, big.mtimeNs, big.mtimeMs], [5n, 1234567890500000000n, 1234567890500n]);
  assert.ok(fs.statSync(root).isDirectory());
  assert.strictEqual(fs.statSync(at('nothing'), { throwIfNoEntry: false }), undefined);
  assert.strictEqual(fs.lstatSync(at('nothing'), { throwIfNoEntry: false }), undefined);
  assert.ok(fs.statfsSync(root).bsize > 0);
});

test('mkdir makes whole paths and tells where it began', async () => {
  for (const [index, mkdir] of styles('mkdir').entries()) {
    const top = at(`made-${index}`);
    assert.strictEqual(await mkdir(path.join(top, 'a', 'b'), { recursive: true }), top);
    assert.strictEqual(await mkdir(path.join(top, 'a', 'b'), { recursive: true }), undefined);
    await assert.rejects(mkdir(top), { code: 'EEXIST', message: `EEXIST: file already exists, mkdir '${top}'` });
    fs.writeFileSync(path.join(top, 'file'), '');
    await assert.rejects(mkdir(path.join(top, 'file'), { recursive: true }), { code: 'EEXIST' });
    await assert.rejects(mkdir(path.join(top, 'file', 'x'), { recursive: true }), { code: 'ENOTDIR' });
  }
});

test('callbacks of calls without a value get one argument', async () => {
  const args = await new Promise((resolve) => fs.mkdir(at('single'), (...all) => resolve(all)));
  assert.deepStrictEqual(args, [null]);
});

test('readdir lists names, entries and trees', () => {
  const tree = at('tree');
  fs.mkdirSync(path.join(tree, 'b', 'c'), { recursive: true });
  for (const name of ['a', 'b/x', 'b/c/y']) fs.writeFileSync(path.join(tree, name), '');
  assert.deepStrictEqual(fs.readdirSync(tree).sort(), ['a', 'b']);
  const all = ['a', 'b', 'b/c', 'b/x', 'b/c/y'].map((name) => path.normalize(name));
  assert.deepStrictEqual(fs.readdirSync(tree, { recursive: true }).sort(), all.sort());
  const entries = fs.readdirSync(tree, { withFileTypes: true, recursive: true });
  const found = entries.find((entry) => entry.name === 'y');
  assert.ok(found instanceof fs.Dirent && found.isFile());
  assert.strictEqual(found.parentPath, path.join(tree, 'b', 'c'));
  assert.ok(entries.find((entry) => entry.name === 'c').isDirectory());
});

test('a folder handle reads entry by entry and closes once', async () => {
  const folder = at('handle');
  fs.mkdirSync(folder);
  fs.writeFileSync(path.join(folder, 'one'), '');
  const dir = fs.opendirSync(folder);
  assert.strictEqual(dir.path, folder);
  const reading = dir.read();
  assert.throws(() => dir.readSync(), { code: 'ERR_DIR_CONCURRENT_OPERATION' });
  assert.strictEqual((await reading).name, 'one');
  assert.strictEqual(dir.readSync(), null);
  dir.closeSync();
  assert.throws(() => dir.closeSync(), { code: 'ERR_DIR_CLOSED' });
  const names = [];
  const second = await fs.promises.opendir(folder);
  for await (const entry of second) names.push(entry.name);
  assert.deepStrictEqual(names, ['one']);
  await assert.rejects(second.read(), { code: 'ERR_DIR_CLOSED' });
});

test('rm removes trees, and complains of folders and of nothing', async () => {
  for (const [index, rm] of styles('rm').entries()) {
    const tree = at(`rm-${index}`);
    fs.mkdirSync(path.join(tree, 'deep', 'deeper'), { recursive: true });
    fs.writeFileSync(path.join(tree, 'deep', 'file'), '');
    await assert.rejects(rm(tree), {
      name: 'SystemError', code: 'ERR_FS_EISDIR', message: `Path is a directory: rm returned EISDIR (is a directory) ${tree}`,
    });
    await rm(tree, { recursive: true });
    assert.strictEqual(fs.existsSync(tree), false);
    await rm(tree, { force: true });
    await assert.rejects(rm(tree, { recursive: true }), { code: 'ENOENT', syscall: 'lstat' });
  }
});

test('links are made, read and resolved', () => {
  fs.writeFileSync(at('target'), 'content');
  fs.linkSync(at('target'), at('hard'));
  assert.strictEqual(fs.statSync(at('hard')).nlink, 2);
  if (windows) return;
  fs.symlinkSync('target', at('soft'));
  assert.strictEqual(fs.readlinkSync(at('soft')), 'target');
  assert.ok(fs.lstatSync(at('soft')).isSymbolicLink());
  const real = fs.realpathSync(root);
  assert.strictEqual(fs.realpathSync(at('soft')), path.join(real, 'target'));
  assert.strictEqual(fs.realpathSync.native(at('soft')), path.join(real, 'target'));
  fs.symlinkSync('gone', at('dangling'));
  assert.throws(() => fs.realpathSync(at('dangling')), { code: 'ENOENT', syscall: 'stat' });
  assert.throws(() => fs.symlinkSync('a', at('soft'), 'nonsense'), { code: 'ERR_FS_INVALID_SYMLINK_TYPE' });
});

test('open files are read and written at positions', () => {
  const fd = fs.openSync(at('positions'), 'w+');
  assert.strictEqual(fs.writeSync(fd, 'hello world'), 11);
  assert.strictEqual(fs.writeSync(fd, Buffer.from('HELLO'), 0, 5, 0), 5);
  assert.strictEqual(fs.writeSync(fd, '!', 10), 1);
  const buffer = Buffer.alloc(5);
  assert.strictEqual(fs.readSync(fd, buffer, 0, 5, 0), 5);
  assert.strictEqual(buffer.toString(), 'HELLO');
  assert.strictEqual(fs.readSync(fd, buffer, { position: 6n, length: 2, offset: 1 }), 2);
  assert.strictEqual(buffer.toString(), 'HwoLO');
  assert.strictEqual(fs.readSync(fd, buffer, 0, 5, 100), 0);
  const parts = [Buffer.alloc(2), Buffer.alloc(20)];
  assert.strictEqual(fs.readvSync(fd, parts, 5), 6);
  assert.strictEqual(Buffer.concat(parts).toString('utf8', 0, 6), ' worl!');
  assert.strictEqual(fs.writevSync(fd, [Buffer.from('a'), Buffer.from('b')], 0), 2);
  fs.ftruncateSync(fd, 3);
  fs.futimesSync(fd, 5, 6);
  assert.deepStrictEqual([fs.fstatSync(fd).size, fs.fstatSync(fd).mtimeMs], [3, 6000]);
  fs.fsyncSync(fd);
  fs.fdatasyncSync(fd);
  fs.closeSync(fd);
  assert.throws(() => fs.fstatSync(fd), { code: 'EBADF', syscall: 'fstat' });
  assert.throws(() => fs.closeSync(fd), { code: 'EBADF', syscall: 'close', message: 'EBADF: bad file descriptor, close' });
});

test('a whole file is read through its descriptor from where it is', () => {
  fs.writeFileSync(at('through'), 'abcdef');
  const fd = fs.openSync(at('through'), 'r+');
  fs.readSync(fd, Buffer.alloc(2));
  assert.strictEqual(fs.readFileSync(fd, 'utf8'), 'cdef');
  fs.writeFileSync(fd, 'gh');
  fs.closeSync(fd);
  assert.strictEqual(fs.readFileSync(at('through'), 'utf8'), 'abcdefgh');
});

test('promisified calls with several values name them', async () => {
  const fd = await promisify(fs.open)(at('through'), 'r');
  const { bytesRead, buffer } = await promisify(fs.read)(fd, Buffer.alloc(3), 0, 3, 0);
  assert.deepStrictEqual([bytesRead, buffer.toString()], [3, 'abc']);
  await promisify(fs.close)(fd);
  assert.strictEqual(await promisify(fs.exists)(at('through')), true);
});

test('copyFile can refuse to overwrite', () => {
  fs.writeFileSync(at('copy-a'), 'a');
  fs.copyFileSync(at('copy-a'), at('copy-b'));
  assert.strictEqual(fs.readFileSync(at('copy-b'), 'utf8'), 'a');
  assert.throws(() => fs.copyFileSync(at('copy-a'), at('copy-b'), fs.constants.COPYFILE_EXCL), { code: 'EEXIST', syscall: 'copyfile' });
  fs.copyFileSync(at('copy-a'), at('copy-a'));
  assert.strictEqual(fs.readFileSync(at('copy-a'), 'utf8'), 'a');
});

test('the permissions of a file follow its mode', () => {
  fs.writeFileSync(at('mode'), '', { mode: 0o600 });
  fs.chmodSync(at('mode'), '400');
  assert.strictEqual(fs.statSync(at('mode')).mode & 0o777, windows ? 0o444 : 0o400);
  fs.chmodSync(at('mode'), 0o666);
  assert.strictEqual(fs.statSync(at('mode')).mode & 0o777, 0o666);
  fs.accessSync(at('mode'), fs.constants.R_OK | fs.constants.W_OK);
});

test('mkdtemp makes a folder with six letters more', async () => {
  for (const mkdtemp of styles('mkdtemp')) {
    const folder = await mkdtemp(at('temporary-'));
    assert.match(path.basename(folder), /^temporary-[A-Za-z0-9]{6}$/);
    assert.ok(fs.statSync(folder).isDirectory());
  }
  assert.throws(() => fs.mkdtempSync(at('no', 'x')), { code: 'ENOENT', message: new RegExp('mkdtemp .*xXXXXXX') });
});

test('a file opens as a blob, which reads it as long as it stays as it is', async () => {
  const name = at('as-blob');
  fs.writeFileSync(name, 'abcdef');
  const blob = await fs.openAsBlob(name, { type: 'text/plain' });
  assert.deepStrictEqual([blob.size, blob.type, await blob.text(), await blob.slice(1, 3).text()], [6, 'text/plain', 'abcdef', 'bc']);
  fs.writeFileSync(name, 'abcdefg');
  await assert.rejects(blob.text(), { name: 'NotReadableError' });
  assert.throws(() => fs.openAsBlob(at('none')), { code: 'ERR_INVALID_ARG_VALUE' });
});

test('a file handle is read through a web stream, which ends with it', async () => {
  const name = at('as-stream');
  fs.writeFileSync(name, 'x'.repeat(100000));
  const handle = await fs.promises.open(name);
  let length = 0;
  for await (const chunk of handle.readableWebStream()) length += chunk.byteLength;
  assert.strictEqual(length, 100000);
  assert.throws(() => handle.readableWebStream(), { code: 'ERR_INVALID_STATE' });
  await handle.close();
  const other = await fs.promises.open(name);
  const reader = other.readableWebStream().getReader();
  other.close();
  await reader.closed;
});
