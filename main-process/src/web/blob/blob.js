'use strict';

const { codes } = require('internal/errors');
const { isAnyArrayBuffer } = require('internal/types');
const { validateOneOf } = require('internal/validators');

const INSPECT = Symbol.for('nodejs.util.inspect.custom');
const CHUNK = 65536;

const isObject = (value) => (typeof value === 'object' && value !== null) || typeof value === 'function';

const encode = (text) => {
  const { TextEncoder } = require('web/encoding');
  return new TextEncoder().encode(text);
};

const withNativeEndings = (text) => {
  const { isWindows } = require('internal/platform');
  return text.replace(/\r\n?|\n/g, isWindows ? '\r\n' : '\n');
};

// A source's bytes, which nobody else may change later.
const bytesOf = (source, endings) => {
  if (isBlob(source)) return contentOf(source);
  if (isAnyArrayBuffer(source)) return new Uint8Array(source).slice();
  if (ArrayBuffer.isView(source)) return new Uint8Array(source.buffer, source.byteOffset, source.byteLength).slice();
  const text = `${source}`;
  return encode(endings === 'native' ? withNativeEndings(text) : text);
};

const join = (parts) => {
  if (parts.length === 1) return parts[0];
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let position = 0;
  for (const part of parts) {
    all.set(part, position);
    position += part.length;
  }
  return all;
};

const normalizeType = (type) => (/[^\u0020-\u007e]/.test(type) ? '' : type.toLowerCase());

const sourcesOf = (sources) => {
  if (!isObject(sources) || typeof sources[Symbol.iterator] !== 'function') {
    throw new codes.ERR_INVALID_ARG_TYPE('sources', 'a sequence', sources);
  }
  return [...sources];
};

const optionsOf = (options) => {
  if (options !== null && !isObject(options)) throw new codes.ERR_INVALID_ARG_TYPE('options', 'a dictionary', options);
  return options ?? {};
};

let isBlob;
let contentOf;
let adopt;

class Blob {
  // Never changed after construction, so that slices may share it.
  #bytes;
  #type;

  static {
    isBlob = (value) => isObject(value) && #bytes in value;
    contentOf = (blob) => blob.#bytes;
    adopt = (bytes, type) => {
      const blob = new Blob();
      blob.#bytes = bytes;
      blob.#type = type;
      return blob;
    };
  }

  constructor(sources = [], options = {}) {
    const list = sourcesOf(sources);
    const { type = '', endings = 'transparent' } = optionsOf(options);
    const wanted = `${endings}`;
    if (wanted !== 'transparent') validateOneOf(wanted, 'options.endings', ['transparent', 'native']);
    this.#bytes = join(list.map((source) => bytesOf(source, wanted)));
    this.#type = normalizeType(`${type}`);
  }

  static #check(value) {
    if (!isBlob(value)) throw new codes.ERR_INVALID_THIS('Blob');
  }

  get size() {
    Blob.#check(this);
    return this.#bytes.length;
  }

  get type() {
    Blob.#check(this);
    return this.#type;
  }

  slice(start = 0, end = undefined, contentType = '') {
    Blob.#check(this);
    const { length } = this.#bytes;
    const clamp = (value) => {
      const offset = Math.trunc(+value) || 0;
      return offset < 0 ? Math.max(length + offset, 0) : Math.min(offset, length);
    };
    const from = clamp(start);
    const to = end === undefined ? length : clamp(end);
    return adopt(this.#bytes.subarray(from, Math.max(from, to)), normalizeType(`${contentType}`));
  }

  async arrayBuffer() {
    Blob.#check(this);
    return this.#bytes.slice().buffer;
  }

  async bytes() {
    Blob.#check(this);
    return this.#bytes.slice();
  }

  async text() {
    Blob.#check(this);
    const { TextDecoder } = require('web/encoding');
    return new TextDecoder().decode(this.#bytes);
  }

  stream() {
    Blob.#check(this);
    const { ReadableStream } = globalThis;
    if (typeof ReadableStream !== 'function') throw new codes.ERR_NOT_SUPPORTED('blob.stream');
    const bytes = this.#bytes;
    let position = 0;
    return new ReadableStream({
      type: 'bytes',
      pull(controller) {
        const end = Math.min(position + CHUNK, bytes.length);
        if (end > position) controller.enqueue(bytes.slice(position, end));
        position = end;
        if (end < bytes.length) return;
        controller.close();
        controller.byobRequest?.respond(0);
      },
    });
  }

  [INSPECT](depth, options, inspect) {
    return showAs('Blob', this, { size: this.size, type: this.type }, depth, options, inspect);
  }
}

const showAs = (name, value, shown, depth, options, inspect) => {
  if (depth !== null && depth < 0) return value;
  return `${name} ${inspect(shown, { ...options, depth: options.depth === null ? null : options.depth - 1 })}`;
};

for (const name of ['size', 'type', 'slice', 'stream', 'text', 'arrayBuffer', 'bytes']) {
  Object.defineProperty(Blob.prototype, name, { enumerable: true });
}
Object.defineProperty(Blob.prototype, INSPECT, { enumerable: false });
Object.defineProperty(Blob.prototype, Symbol.toStringTag, { value: 'Blob', configurable: true });

module.exports = {
  Blob,
  isBlob,
  contentOf,
  showAs,
  get File() {
    return require('./file').File;
  },
};
