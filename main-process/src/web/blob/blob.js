'use strict';

const { kClone } = require('internal/clone/hosts');
const { codes } = require('internal/errors');
const { isAnyArrayBuffer } = require('internal/types');
const { validateOneOf } = require('internal/validators');

const INSPECT = Symbol.for('nodejs.util.inspect.custom');
const CHUNK = 65536;
// What one buffer can hold.
const LARGEST = 2 ** 31 - 1;

const isObject = (value) => (typeof value === 'object' && value !== null) || typeof value === 'function';

const encode = (text) => {
  const { TextEncoder } = require('web/encoding');
  return new TextEncoder().encode(text);
};

const withNativeEndings = (text) => {
  const { isWindows } = require('internal/platform');
  return text.replace(/\r\n?|\n/g, isWindows ? '\r\n' : '\n');
};

// A part has a `length`, `slice(from, to)` for a part of it, and `read(from, to)` for its bytes, or a promise of them if they
// are `outside` of memory.
const memory = (bytes) => ({
  length: bytes.length,
  slice: (from, to) => memory(bytes.subarray(from, to)),
  read: (from, to) => bytes.subarray(from, to),
});

const lengthOf = (parts) => parts.reduce((sum, part) => sum + part.length, 0);

const copied = (view) => ({ length: view.length, take: () => [memory(view.slice())] });

// What a source comes to: its length, and `take()` for parts that nobody else may change later.
const measured = (source, endings) => {
  if (isBlob(source)) {
    const { parts } = contentOf(source);
    return { length: lengthOf(parts), take: () => parts };
  }
  if (isAnyArrayBuffer(source)) return copied(new Uint8Array(source));
  if (ArrayBuffer.isView(source)) return copied(new Uint8Array(source.buffer, source.byteOffset, source.byteLength));
  const text = `${source}`;
  const bytes = encode(endings === 'native' ? withNativeEndings(text) : text);
  return { length: bytes.length, take: () => [memory(bytes)] };
};

/** The parts of all sources, unless they are more than one buffer could hold in the end. */
const partsOf = (list, endings) => {
  const found = list.map((source) => measured(source, endings));
  if (lengthOf(found) > LARGEST) throw new codes.ERR_BUFFER_TOO_LARGE(LARGEST);
  return found.flatMap((source) => source.take());
};

/** The parts of `parts` that lie between two offsets. */
const cut = (parts, start, end) => {
  const found = [];
  let position = 0;
  for (const part of parts) {
    const from = Math.max(start - position, 0);
    const to = Math.min(end - position, part.length);
    if (to > from) found.push(from === 0 && to === part.length ? part : part.slice(from, to));
    position += part.length;
  }
  return found;
};

/** All bytes in a buffer of their own. */
const join = async (parts) => {
  const all = new Uint8Array(lengthOf(parts));
  let position = 0;
  for (const part of parts) {
    const bytes = part.read(0, part.length);
    all.set(bytes instanceof Uint8Array ? bytes : await bytes, position);
    position += part.length;
  }
  return all;
};

/** The same without waiting, for what needs none. */
const joinNow = (parts) => {
  const all = new Uint8Array(lengthOf(parts));
  let position = 0;
  for (const part of parts) {
    if (part.outside) throw new codes.ERR_INVALID_STATE('File-backed Blobs are not cloneable');
    all.set(part.read(0, part.length), position);
    position += part.length;
  }
  return all;
};

/** What a stream of the parts pulls from: at most CHUNK bytes each time. */
const sourceOf = (parts) => {
  let index = 0;
  let position = 0;
  return {
    type: 'bytes',
    async pull(controller) {
      const part = parts[index];
      if (part === undefined) {
        controller.close();
        controller.byobRequest?.respond(0);
        return;
      }
      const end = Math.min(position + CHUNK, part.length);
      const bytes = await part.read(position, end);
      position = end;
      if (end === part.length) {
        index++;
        position = 0;
      }
      if (bytes.length === 0) return this.pull(controller);
      // Enqueuing takes the buffer away, which slices share.
      controller.enqueue(bytes.slice());
    },
  };
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
  // Never changed after construction, so that slices may share them.
  #parts;
  #length;
  #type;

  static {
    isBlob = (value) => isObject(value) && #parts in value;
    contentOf = (blob) => ({ parts: blob.#parts, type: blob.#type });
    adopt = (parts, type) => {
      const blob = new Blob();
      blob.#parts = parts;
      blob.#length = lengthOf(parts);
      blob.#type = type;
      return blob;
    };
  }

  constructor(sources = [], options = {}) {
    const list = sourcesOf(sources);
    const { type = '', endings = 'transparent' } = optionsOf(options);
    const wanted = `${endings}`;
    if (wanted !== 'transparent') validateOneOf(wanted, 'options.endings', ['transparent', 'native']);
    this.#parts = partsOf(list, wanted);
    this.#length = lengthOf(this.#parts);
    this.#type = normalizeType(`${type}`);
  }

  static #check(value) {
    if (!isBlob(value)) throw new codes.ERR_INVALID_THIS('Blob');
  }

  get size() {
    Blob.#check(this);
    return this.#length;
  }

  get type() {
    Blob.#check(this);
    return this.#type;
  }

  slice(start = 0, end = undefined, contentType = '') {
    Blob.#check(this);
    const length = this.#length;
    const clamp = (value) => {
      const offset = Math.trunc(+value) || 0;
      return offset < 0 ? Math.max(length + offset, 0) : Math.min(offset, length);
    };
    const from = clamp(start);
    const to = end === undefined ? length : clamp(end);
    return adopt(cut(this.#parts, from, Math.max(from, to)), normalizeType(`${contentType}`));
  }

  async arrayBuffer() {
    Blob.#check(this);
    return (await join(this.#parts)).buffer;
  }

  async bytes() {
    Blob.#check(this);
    return join(this.#parts);
  }

  async text() {
    Blob.#check(this);
    const { TextDecoder } = require('web/encoding');
    return new TextDecoder().decode(await join(this.#parts));
  }

  stream() {
    Blob.#check(this);
    const { ReadableStream } = require('web/streams');
    return new ReadableStream(sourceOf(this.#parts));
  }

  [kClone]() {
    return { from: 'web/blob/revive#revive', data: { bytes: joinNow(this.#parts), type: this.#type } };
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
Object.defineProperty(Blob.prototype, kClone, { enumerable: false });
Object.defineProperty(Blob.prototype, Symbol.toStringTag, { value: 'Blob', configurable: true });

module.exports = {
  Blob,
  isBlob,
  contentOf,
  /** A blob of parts of any make. */
  blobOf: (parts, type = '') => adopt(parts, normalizeType(`${type}`)),
  showAs,
  get File() {
    return require('./file').File;
  },
};
