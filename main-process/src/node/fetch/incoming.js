'use strict';

const { joined, LARGEST } = require('web/fetch/body');
const { ReadableStream } = require('web/streams');

/** Deeper nests of encodings are nobody's honest answer. */
const MAX_ENCODINGS = 5;

/** The body of an answer, decompressed, as a source of web/fetch/body. */
function sourceOf(message, list, signal) {
  const readable = decompressed(message, list);
  const failure = { error: null };
  const fail = (error) => (failure.error ??= signal?.aborted ? signal.reason : wrapped(error));
  // An answer that breaks before anybody reads it breaks then.
  readable.on('error', fail);
  message.on('error', fail);
  message.on('aborted', () => fail(new Error('terminated')));
  const source = {
    length: null,
    collect: () => collect(readable, message, failure),
    stream: () => streamOf(readable, message, failure),
    abandon() {
      if (!readable.readableEnded) message.destroy();
    },
  };
  return source;
}

const wrapped = (error) => new TypeError('terminated', { cause: error });

function decompressed(message, list) {
  const codings = (list.get('content-encoding') ?? '').toLowerCase().split(',').map((name) => name.trim()).filter(Boolean);
  if (codings.length === 0) return message;
  if (codings.length > MAX_ENCODINGS) throw new Error(`too many content-encodings in response: ${codings.length}, maximum allowed is ${MAX_ENCODINGS}`);
  const steps = [];
  for (const coding of codings.reverse()) {
    const step = decoderOf(coding);
    if (step === undefined) return message;
    steps.push(step);
  }
  return require('node/stream').pipeline(message, ...steps, () => {});
}

function decoderOf(coding) {
  const zlib = require('node/zlib');
  const lenient = { flush: zlib.constants.Z_SYNC_FLUSH, finishFlush: zlib.constants.Z_SYNC_FLUSH };
  if (coding === 'gzip' || coding === 'x-gzip') return zlib.createGunzip(lenient);
  if (coding === 'deflate') return zlib.createInflate(lenient);
  if (coding === 'br') {
    const { BROTLI_OPERATION_FLUSH } = zlib.constants;
    return zlib.createBrotliDecompress({ flush: BROTLI_OPERATION_FLUSH, finishFlush: BROTLI_OPERATION_FLUSH });
  }
  return coding === 'zstd' ? zlib.createZstdDecompress() : undefined;
}

function collect(readable, message, failure) {
  return new Promise((resolve, reject) => {
    const chunks = [];
    let length = 0;
    const give = () => (failure.error === null ? resolve(own(joined(chunks, length))) : reject(failure.error));
    if (failure.error !== null) return give();
    readable.on('data', (chunk) => {
      length += chunk.length;
      if (length > LARGEST) {
        failure.error = new RangeError('The body is larger than one buffer can hold');
        message.destroy();
      } else chunks.push(chunk);
    });
    readable.on('end', give);
    readable.on('close', () => {
      if (!readable.readableEnded) failure.error ??= wrapped(new Error('other side closed'));
      give();
    });
  });
}

/** A plain Uint8Array, whatever kind of Buffer the chunk was. */
const own = (bytes) => new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);

function streamOf(readable, message, failure) {
  let finished = false;
  return new ReadableStream({
    type: 'bytes',
    start(controller) {
      const finish = (error) => {
        if (finished) return;
        finished = true;
        if (error) controller.error(error);
        else {
          controller.close();
          controller.byobRequest?.respond(0);
        }
      };
      readable.on('data', (chunk) => {
        if (finished) return;
        controller.enqueue(new Uint8Array(chunk));
        if (controller.desiredSize <= 0) readable.pause();
      });
      readable.pause();
      readable.on('end', () => finish(failure.error));
      readable.on('close', () => {
        if (!readable.readableEnded) failure.error ??= wrapped(new Error('other side closed'));
        finish(failure.error);
      });
      if (failure.error !== null) finish(failure.error);
    },
    pull() {
      readable.resume();
    },
    cancel(reason) {
      finished = true;
      message.destroy();
      return undefined;
    },
  });
}

module.exports = { sourceOf };
