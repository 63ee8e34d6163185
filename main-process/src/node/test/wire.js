'use strict';

// How a file's process tells the runner what happens: frames between whatever else it writes to its standard output.

const { Buffer } = require('node/buffer');
const { encode, decode } = require('internal/clone');
const { inspect } = require('internal/inspect');
const { isError } = require('internal/types');

// 0xff is in no UTF-8 text.
const MAGIC = Buffer.from([0xff, 0x0f, 0x4b, 0x54]);
const HEAD = MAGIC.length + 4;
const HIDDEN = ['name', 'message', 'stack', 'cause'];

/** A value as the codec takes it: errors keep their properties, and what cannot travel is described. */
function pack(value, depth = 0) {
  if (isError(value) && depth < 8) return packError(value, depth);
  try {
    encode(value);
    return { value };
  } catch {
    return { text: inspect(value) };
  }
}

function packError(error, depth) {
  const properties = {};
  for (const key of Object.keys(error)) properties[key] = pack(error[key], depth + 1);
  const packed = { error: true, name: `${error.name}`, message: `${error.message}`, stack: error.stack, properties };
  if (error.cause !== undefined) packed.cause = pack(error.cause, depth + 1);
  return packed;
}

/** Stands for what could not travel: it shows as it did where it came from. */
class Described {
  constructor(text) {
    Object.defineProperty(this, inspect.custom, { value: () => text, enumerable: false });
  }
}

function unpack(packed) {
  if (packed === undefined) return undefined;
  if (packed.text !== undefined) return new Described(packed.text);
  if (!packed.error) return packed.value;
  const error = new Error(packed.message);
  const hide = (name, value) => Object.defineProperty(error, name, { value, writable: true, configurable: true, enumerable: false });
  hide('stack', packed.stack);
  hide('name', packed.name);
  for (const key of Object.keys(packed.properties)) {
    if (!HIDDEN.includes(key)) error[key] = unpack(packed.properties[key]);
  }
  if (packed.cause !== undefined) {
    const cause = unpack(packed.cause);
    if (packed.properties.cause === undefined) hide('cause', cause);
    else error.cause = cause;
  }
  return error;
}

function frame({ type, data }) {
  const { details, ...rest } = data;
  if (details !== undefined) {
    rest.details = { ...details };
    if ('error' in details) rest.details.error = pack(details.error);
  }
  const bytes = encode({ type, data: rest });
  const head = Buffer.alloc(HEAD);
  MAGIC.copy(head);
  head.writeUInt32BE(bytes.length, MAGIC.length);
  return Buffer.concat([head, bytes]);
}

/** Writes every event as a frame. */
async function* reporter(source) {
  for await (const event of source) yield frame(event);
}

function read(bytes) {
  const event = decode(new Uint8Array(bytes));
  if (event.data.details !== undefined && 'error' in event.data.details) {
    event.data.details.error = unpack(event.data.details.error);
  }
  return event;
}

/** Parts an output into events and text. */
class Splitter {
  #rest = Buffer.alloc(0);

  constructor(onEvent, onText) {
    this.onEvent = onEvent;
    this.onText = onText;
  }

  add(chunk) {
    let bytes = this.#rest.length === 0 ? chunk : Buffer.concat([this.#rest, chunk]);
    for (;;) {
      const start = bytes.indexOf(0xff);
      if (start === -1) {
        this.#text(bytes);
        bytes = Buffer.alloc(0);
        break;
      }
      this.#text(bytes.subarray(0, start));
      bytes = bytes.subarray(start);
      if (bytes.length < HEAD) break;
      const length = bytes.readUInt32BE(MAGIC.length);
      if (bytes.length < HEAD + length) break;
      this.onEvent(read(bytes.subarray(HEAD, HEAD + length)));
      bytes = bytes.subarray(HEAD + length);
    }
    this.#rest = bytes;
  }

  #text(bytes) {
    if (bytes.length > 0) this.onText(bytes.toString('utf8'));
  }

  end() {
    this.#text(this.#rest);
  }
}

module.exports = { reporter, Splitter };
