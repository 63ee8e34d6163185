'use strict';

const assert = require('node:assert');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { once } = require('node:events');
const { pipeline } = require('node:stream');
const test = require('kaon:test');

const root = fs.mkdtempSync(path.join(os.tmpdir(), 'kaon-streams-'));
process.on('exit', () => fs.rmSync(root, { recursive: true, force: true }));
const at = (name) => path.join(root, name);
fs.writeFileSync(at('digits'), '0123456789');

async function collect(stream) {
  let text = '';
  for await (const chunk of stream) text += chunk;
  return text;
}

test('a read stream opens, is ready, reads a range and closes', async () => {
  const stream = fs.createReadStream(at('digits'), { start: 2, end: 6, highWaterMark: 2, encoding: 'latin1' });
  assert.strictEqual(stream.pending, true);
  const events = [];
  for (const name of ['open', 'ready', 'end', 'close']) stream.on(name, () => events.push(name));
  assert.strictEqual(await collect(stream), '23456');
  if (!stream.closed) await once(stream, 'close');
  assert.deepStrictEqual(events, ['open', 'ready', 'end', 'close']);
  assert.deepStrictEqual([stream.bytesRead, stream.path, stream.fd], [5, at('digits'), null]);
});

test('a missing file is an error event', async () => {
  const [error] = await once(fs.createReadStream(at('missing')), 'error');
  assert.strictEqual(error.message, `ENOENT: no such file or directory, open '${at('missing')}'`);
});

test('options are checked at once', () => {
  const wrong = (options, message) => assert.throws(() => fs.createReadStream(at('digits'), options), { message });
  wrong({ start: 'a' }, 'The "start" argument must be of type number. Received type string (\'a\')');
  wrong({ start: 5, end: 1 }, 'The value of "start" is out of range. It must be <= "end" (here: 1). Received 5');
  wrong({ fd: 'a' }, 'The "options.fd" property must be of type number or an instance of FileHandle. Received type string (\'a\')');
  wrong({ fs: {} }, 'The "options.fs.open" property must be of type function. Received undefined');
  assert.throws(() => fs.createWriteStream(at('x'), { flush: 1 }), {
    message: 'The "options.flush" property must be of type boolean. Received type number (1)',
  });
});

test('a write stream writes all in order, from a position on', async () => {
  const stream = fs.createWriteStream(at('written'), { flush: true });
  for (let index = 0; index < 100; index++) stream.write(`${index},`);
  stream.end('end');
  await once(stream, 'close');
  const expected = `${Array.from({ length: 100 }, (_, index) => index).join(',')},end`;
  assert.strictEqual(fs.readFileSync(at('written'), 'utf8'), expected);
  assert.strictEqual(stream.bytesWritten, expected.length);
  const middle = fs.createWriteStream(at('written'), { flags: 'r+', start: 2 });
  middle.end('XX');
  await once(middle, 'finish');
  assert.strictEqual(fs.readFileSync(at('written'), 'utf8').slice(0, 6), '0,XX2,');
});

test('streams pipe', async () => {
  fs.writeFileSync(at('large'), Buffer.alloc(300000, 'kaon'));
  await new Promise((resolve, reject) => {
    pipeline(fs.createReadStream(at('large')), fs.createWriteStream(at('larger')), (error) => (error ? reject(error) : resolve()));
  });
  assert.ok(fs.readFileSync(at('larger')).equals(fs.readFileSync(at('large'))));
});

test('a descriptor stays open when the stream may not close it', async () => {
  const fd = fs.openSync(at('digits'));
  const stream = fs.createReadStream('', { fd, autoClose: false, start: 8 });
  assert.strictEqual(await collect(stream), '89');
  assert.strictEqual(fs.fstatSync(fd).size, 10);
  fs.closeSync(fd);
});

test('close ends a stream early', async () => {
  const stream = fs.createReadStream(at('digits'));
  await new Promise((resolve) => stream.close(resolve));
  assert.strictEqual(stream.destroyed, true);
});

test('the classes work without new and can be replaced', () => {
  const stream = fs.ReadStream(at('digits'));
  assert.ok(stream instanceof fs.ReadStream);
  stream.destroy();
  const original = fs.ReadStream;
  class Own extends original {}
  fs.ReadStream = Own;
  const own = fs.createReadStream(at('digits'));
  assert.ok(own instanceof Own);
  own.destroy();
  fs.ReadStream = original;
});
