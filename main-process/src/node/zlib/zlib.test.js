'use strict';

const assert = require('node:assert');
const { test } = require('kaon:test');
const zlib = require('node:zlib');
const { pipeline } = require('node:stream/promises');
const { Readable } = require('node:stream');
const { promisify } = require('node:util');

const text = Buffer.from('kaon '.repeat(20000));
const pairs = [
  ['deflate', 'inflate'], ['gzip', 'gunzip'], ['deflateRaw', 'inflateRaw'], ['gzip', 'unzip'], ['deflate', 'unzip'],
  ['brotliCompress', 'brotliDecompress'], ['zstdCompress', 'zstdDecompress'],
];

const collect = async (stream) => Buffer.concat(await stream.toArray());

test('what was compressed comes back: at once, with a callback, and through streams', async () => {
  for (const [there, back] of pairs) {
    const packed = zlib[`${there}Sync`](text);
    assert.ok(packed.length < text.length / 10, there);
    assert.ok(zlib[`${back}Sync`](packed).equals(text), back);
    assert.ok((await promisify(zlib[back])(await promisify(zlib[there])(text))).equals(text), back);
    const create = (name) => zlib[`create${name[0].toUpperCase()}${name.slice(1)}`]();
    const out = await collect(Readable.from([text, text]).pipe(create(there)).pipe(create(back)));
    assert.ok(out.equals(Buffer.concat([text, text])), `${there} streamed`);
  }
});

test('text, views and array buffers are taken alike', () => {
  const expected = zlib.deflateSync('abcd');
  const { buffer } = new Uint8Array([97, 98, 99, 100]);
  for (const data of [buffer, new DataView(buffer), new Uint16Array(buffer)]) assert.deepStrictEqual(zlib.deflateSync(data), expected);
  assert.throws(() => zlib.deflateSync(1), { code: 'ERR_INVALID_ARG_TYPE' });
});

test('settings change the result', () => {
  const sizes = [0, 1, 9].map((level) => zlib.deflateSync(text, { level }).length);
  assert.ok(sizes[0] > text.length && sizes[2] <= sizes[1]);
  assert.strictEqual(zlib.deflateSync(text, { windowBits: 9 })[0] >> 4, 1);
  assert.notDeepStrictEqual(zlib.deflateSync(text, { strategy: zlib.constants.Z_HUFFMAN_ONLY }), zlib.deflateSync(text));
  assert.throws(() => zlib.deflateSync(text, { level: 10 }), {
    code: 'ERR_OUT_OF_RANGE', message: 'The value of "options.level" is out of range. It must be >= -1 and <= 9. Received 10',
  });
  assert.throws(() => zlib.createGzip({ chunkSize: 1 }), { code: 'ERR_OUT_OF_RANGE' });
});

test('broken, truncated and foreign data fail as in Node', () => {
  const packed = zlib.gzipSync(text);
  const failing = (call, code, errno, message) => assert.throws(call, { code, errno, message });
  failing(() => zlib.gunzipSync(Buffer.from('not gzip')), 'Z_DATA_ERROR', -3, 'incorrect header check');
  for (const length of [0, 1, 5, 10, 50, packed.length - 9, packed.length - 1]) {
    failing(() => zlib.gunzipSync(packed.subarray(0, length)), 'Z_BUF_ERROR', -5, 'unexpected end of file');
  }
  const wrong = Buffer.from(packed);
  wrong[wrong.length - 6] ^= 1;
  failing(() => zlib.gunzipSync(wrong), 'Z_DATA_ERROR', -3, 'incorrect data check');
  failing(() => zlib.brotliDecompressSync(Buffer.from('garbage garbage')), 'ERR__ERROR_FORMAT_PADDING_1', -14, 'Decompression failed');
  assert.throws(() => zlib.zstdDecompressSync(Buffer.from('garbage')), { code: 'ZSTD_error_prefix_unknown', errno: 10 });
});

test('a failure of a stream is emitted and destroys it', async () => {
  const stream = zlib.createGunzip();
  stream.end('nothing of the kind');
  await assert.rejects(collect(stream), { code: 'Z_DATA_ERROR' });
  assert.strictEqual(stream.destroyed, true);
});

test('a bomb ends at maxOutputLength', async () => {
  const bomb = zlib.gzipSync(Buffer.alloc(50e6));
  assert.throws(() => zlib.gunzipSync(bomb, { maxOutputLength: 1000 }), { code: 'ERR_BUFFER_TOO_LARGE' });
  await assert.rejects(promisify(zlib.gunzip)(bomb, { maxOutputLength: 1000 }), { code: 'ERR_BUFFER_TOO_LARGE' });
});

test('gzip may have several members, and what follows that is none is an error', () => {
  const members = Buffer.concat([zlib.gzipSync('ab'), zlib.gzipSync('cd')]);
  assert.strictEqual(zlib.gunzipSync(members).toString(), 'abcd');
  assert.strictEqual(zlib.unzipSync(members).toString(), 'abcd');
  assert.strictEqual(zlib.gunzipSync(Buffer.concat([zlib.gzipSync('ab'), Buffer.alloc(10)])).toString(), 'ab');
  assert.throws(() => zlib.gunzipSync(Buffer.concat([zlib.gzipSync('ab'), Buffer.alloc(20, 1)])), { code: 'Z_DATA_ERROR' });
  assert.strictEqual(zlib.inflateSync(Buffer.concat([zlib.deflateSync('ab'), Buffer.from('more')])).toString(), 'ab');
});

test('a dictionary is needed on both ends', () => {
  const dictionary = Buffer.from('kaon is a particle');
  for (const [there, back] of [['deflateSync', 'inflateSync'], ['deflateRawSync', 'inflateRawSync']]) {
    const packed = zlib[there]('kaon is a particle indeed', { dictionary });
    assert.strictEqual(zlib[back](packed, { dictionary }).toString(), 'kaon is a particle indeed');
  }
  const packed = zlib.deflateSync('kaon is a particle indeed', { dictionary });
  assert.throws(() => zlib.inflateSync(packed), { code: 'Z_NEED_DICT', message: 'Missing dictionary' });
  assert.throws(() => zlib.inflateSync(packed, { dictionary: Buffer.from('x') }), { code: 'Z_NEED_DICT', message: 'Bad dictionary' });
});

test('a flush brings out what was written so far', async () => {
  for (const [there, back] of [['createGzip', 'createGunzip'], ['createBrotliCompress', 'createBrotliDecompress'], ['createZstdCompress', 'createZstdDecompress']]) {
    const packer = zlib[there]();
    const unpacker = zlib[back]();
    packer.pipe(unpacker);
    packer.write('half');
    packer.flush();
    const [first] = await require('node:events').once(unpacker, 'data');
    assert.strictEqual(first.toString(), 'half', there);
    packer.end();
  }
});

test('parameters change on the way', async () => {
  const packer = zlib.createDeflate({ level: 9 });
  const done = collect(packer);
  packer.write(text);
  await new Promise((resolve) => packer.params(0, zlib.constants.Z_DEFAULT_STRATEGY, resolve));
  packer.end(text);
  const packed = await done;
  assert.ok(packed.length > text.length && packed.length < 1.5 * text.length);
  assert.ok(zlib.inflateSync(packed).equals(Buffer.concat([text, text])));
});

test('a reset stream begins anew', async () => {
  const packer = zlib.createDeflateRaw();
  packer.reset();
  packer.end('abc');
  assert.strictEqual(zlib.inflateRawSync(await collect(packer)).toString(), 'abc');
});

test('the loop goes on while a stream compresses', async () => {
  let turns = 0;
  const timer = setInterval(() => turns++, 1);
  await pipeline(Readable.from([Buffer.alloc(30e6, 'kaon')]), zlib.createGzip({ level: 9 }), async (source) => {
    for await (const chunk of source) assert.ok(chunk.length > 0);
  });
  clearInterval(timer);
  assert.ok(turns > 2);
});

test('closing ends a stream, also one that is at work', async () => {
  const packer = zlib.createGzip();
  packer.write(text);
  await new Promise((resolve) => packer.close(resolve));
  assert.strictEqual(packer._closed, true);
  assert.throws(() => packer.reset(), { code: 'ERR_INTERNAL_ASSERTION' });
});

test('info gives the engine too', () => {
  const { buffer, engine } = zlib.gzipSync('abc', { info: true });
  assert.ok(engine instanceof zlib.Gzip && Buffer.isBuffer(buffer));
  assert.strictEqual(engine.bytesWritten, 3);
});

test('checksums go on from others', () => {
  assert.strictEqual(zlib.crc32('hello'), 907060870);
  assert.strictEqual(zlib.crc32('lo', zlib.crc32('hel')), 907060870);
  assert.strictEqual(zlib.crc32('', 4294967295), 4294967295);
  assert.throws(() => zlib.crc32(1), { code: 'ERR_INVALID_ARG_TYPE' });
});

test('parameters of brotli and zstd are checked', () => {
  const { BROTLI_PARAM_QUALITY, ZSTD_c_compressionLevel, ZSTD_c_checksumFlag } = zlib.constants;
  const fast = zlib.brotliCompressSync(text, { params: { [BROTLI_PARAM_QUALITY]: 1 } });
  assert.ok(zlib.brotliDecompressSync(fast).equals(text));
  const packed = zlib.zstdCompressSync(text, { params: { [ZSTD_c_compressionLevel]: 19, [ZSTD_c_checksumFlag]: true } });
  assert.ok(zlib.zstdDecompressSync(packed).equals(text));
  assert.throws(() => zlib.brotliCompressSync('', { params: { 999: 1 } }), { code: 'ERR_BROTLI_INVALID_PARAM' });
  assert.throws(() => zlib.zstdCompressSync('', { params: { 999: 1 } }), { code: 'ERR_ZSTD_INVALID_PARAM' });
  assert.throws(() => zlib.zstdCompressSync('', { params: { [ZSTD_c_compressionLevel]: 'x' } }), { code: 'ERR_INVALID_ARG_TYPE' });
});

test('zstd frames follow each other, and a truncated one is an error', () => {
  const two = Buffer.concat([zlib.zstdCompressSync('ab'), zlib.zstdCompressSync('cd')]);
  assert.strictEqual(zlib.zstdDecompressSync(two).toString(), 'abcd');
  assert.throws(() => zlib.zstdDecompressSync(two.subarray(0, -3)), { code: 'Z_BUF_ERROR' });
});

test('the web has streams for it, which take nothing after the data', async () => {
  const through = async (stream, bytes) => {
    const chunks = [];
    for await (const chunk of new Blob([bytes]).stream().pipeThrough(stream)) chunks.push(chunk);
    return Buffer.concat(chunks);
  };
  for (const format of ['gzip', 'deflate', 'deflate-raw', 'brotli', 'zstd']) {
    const packed = await through(new CompressionStream(format), text);
    assert.ok((await through(new DecompressionStream(format), packed)).equals(text), format);
  }
  const extra = Buffer.concat([zlib.deflateSync('a'), Buffer.from('more')]);
  await assert.rejects(through(new DecompressionStream('deflate'), extra), { name: 'TypeError' });
  assert.throws(() => new CompressionStream('lzma'), { code: 'ERR_INVALID_ARG_VALUE' });
});

test('constants cannot be changed, and the older ones hide on the module', () => {
  assert.strictEqual(zlib.constants.Z_BEST_COMPRESSION, 9);
  assert.strictEqual(zlib.codes[-3], 'Z_DATA_ERROR');
  assert.strictEqual(zlib.Z_SYNC_FLUSH, 2);
  assert.ok(!Object.keys(zlib).includes('Z_SYNC_FLUSH'));
  assert.ok(Object.isFrozen(zlib.constants) && Object.isFrozen(zlib.codes));
});
