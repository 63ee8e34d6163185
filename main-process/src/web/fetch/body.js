'use strict';

const { Blob } = require('web/blob');
const { ReadableStream } = require('web/streams');

const CHUNK = 65536;
// What one buffer can hold.
const LARGEST = 2 ** 31 - 1;

/**
 * Where a body's bytes come from, used at most once: `collect()` for all of them, `stream()` for a ReadableStream. A source
 * that can be had again, for a redirect or a clone, has `again()`.
 */
const fromBytes = (bytes) => ({
  length: bytes.length,
  collect: async () => bytes,
  stream: () => streamOf(bytes),
  again: () => fromBytes(bytes),
});

const fromBlob = (blob) => ({
  length: blob.size,
  collect: () => blob.bytes(),
  stream: () => blob.stream(),
  again: () => fromBlob(blob),
});

const fromStream = (stream) => ({ length: null, given: stream, collect: () => collect(stream), stream: () => stream });

function streamOf(bytes) {
  let at = 0;
  return new ReadableStream({
    type: 'bytes',
    pull(controller) {
      if (at < bytes.length) {
        controller.enqueue(bytes.slice(at, at + CHUNK));
        at += CHUNK;
      }
      if (at >= bytes.length) {
        controller.close();
        controller.byobRequest?.respond(0);
      }
    },
  });
}

async function collect(stream) {
  const chunks = [];
  let length = 0;
  const reader = stream.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return joined(chunks, length);
    if (!(value instanceof Uint8Array)) {
      const error = new TypeError('Received non-Uint8Array chunk');
      reader.cancel(error).catch(() => {});
      throw error;
    }
    length += value.length;
    if (length > LARGEST) {
      const error = new RangeError('The body is larger than one buffer can hold');
      reader.cancel(error).catch(() => {});
      throw error;
    }
    chunks.push(value);
  }
}

function joined(chunks, length) {
  if (chunks.length === 1) return chunks[0];
  const all = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}

const encode = (text) => new (require('web/encoding').TextEncoder)().encode(text);

/** What a constructor was given, as `{ source, type }`; the type is null where the body has none. */
function extract(init) {
  if (typeof init === 'string') return { source: fromBytes(encode(init)), type: 'text/plain;charset=UTF-8' };
  if (init instanceof ArrayBuffer) return { source: fromBytes(new Uint8Array(init.slice(0))), type: null };
  if (ArrayBuffer.isView(init)) {
    return { source: fromBytes(new Uint8Array(init.buffer, init.byteOffset, init.byteLength).slice()), type: null };
  }
  if (init instanceof Blob) return { source: fromBlob(init), type: init.type || null };
  if (init instanceof require('web/url').URLSearchParams) {
    return { source: fromBytes(encode(init.toString())), type: 'application/x-www-form-urlencoded;charset=UTF-8' };
  }
  if (require('web/form_data').isFormData(init)) {
    const { blob, type } = require('web/form_data/multipart').encodeMultipart(init);
    return { source: fromBlob(blob), type };
  }
  if (init instanceof ReadableStream) return { source: checkedStream(init), type: null };
  if (typeof init?.[Symbol.asyncIterator] === 'function') return { source: fromStream(ReadableStream.from(init)), type: null };
  return { source: fromBytes(encode(`${init}`)), type: 'text/plain;charset=UTF-8' };
}

function checkedStream(stream) {
  if (stream.locked) throw new TypeError('Response body object should not be disturbed or locked');
  return fromStream(stream);
}

/** The body of a request or a response. */
class Body {
  source;
  #stream = null;
  #used = false;

  constructor(source) {
    this.source = source;
  }

  get stream() {
    this.#stream ??= this.#used ? emptied() : this.source.stream();
    return this.#stream;
  }

  get used() {
    return this.#used || (this.#stream !== null && isDisturbed(this.#stream));
  }

  get unusable() {
    return this.used || (this.#stream ?? this.source.given)?.locked === true;
  }

  /** All bytes; those that nobody has asked a stream for come without one. */
  collect() {
    if (this.unusable) return Promise.reject(new TypeError('Body is unusable: Body has already been read'));
    this.#used = true;
    return this.#stream === null ? this.source.collect() : collect(this.#stream);
  }

  /** Takes the source away, for a request that is made of another. */
  take() {
    this.#used = true;
    return this.#stream === null ? this.source : fromStream(this.#stream);
  }

  /** A second body with the same bytes. */
  clone() {
    if (this.#stream === null && this.source.again) return new Body(this.source.again());
    const [mine, other] = this.stream.tee();
    this.#stream = mine;
    return new Body(fromStream(other));
  }
}

const isDisturbed = (stream) => stream[require('web/streams/core').kCore].disturbed;

function emptied() {
  const stream = streamOf(new Uint8Array());
  stream.getReader();
  return stream;
}

module.exports = { Body, extract, fromBytes, joined, LARGEST };
