'use strict';

// How messages lie in the stream between two processes, as in Node: a line of JSON each; or, in the advanced form, four
// bytes of length, the big end first, and a serialised value.

const bufferOf = (bytes) => require('node/buffer').Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);

class JsonFraming {
  #decoder;
  #rest = '';

  constructor() {
    const { StringDecoder } = require('node/string_decoder');
    this.#decoder = new StringDecoder('utf8');
  }

  encode(message) {
    return require('node/buffer').Buffer.from(`${JSON.stringify(message)}\n`);
  }

  /** The messages that are complete with these bytes. */
  decode(bytes) {
    const text = this.#decoder.write(bufferOf(bytes));
    // Lines that are still to grow are not looked through twice.
    if (!text.includes('\n')) {
      this.#rest += text;
      return [];
    }
    const lines = (this.#rest + text).split('\n');
    this.#rest = lines.pop();
    return lines.filter((line) => line !== '').map((line) => JSON.parse(line));
  }
}

const LENGTH = 4;

class AdvancedFraming {
  // What has come of the next message, and how much of it is there.
  #parts = [];
  #size = 0;

  encode(message) {
    const { DefaultSerializer } = require('node/v8');
    const serializer = new DefaultSerializer();
    serializer.writeHeader();
    serializer.writeValue(message);
    const body = serializer.releaseBuffer();
    const { Buffer } = require('node/buffer');
    const length = Buffer.alloc(LENGTH);
    length.writeUInt32BE(body.byteLength);
    return Buffer.concat([length, body]);
  }

  decode(bytes) {
    const { Buffer } = require('node/buffer');
    this.#parts.push(bufferOf(bytes));
    this.#size += bytes.byteLength;
    const messages = [];
    while (this.#size >= LENGTH) {
      if (this.#parts[0].length < LENGTH) this.#parts = [Buffer.concat(this.#parts)];
      const end = LENGTH + this.#parts[0].readUInt32BE(0);
      if (this.#size < end) break;
      const all = this.#parts.length === 1 ? this.#parts[0] : Buffer.concat(this.#parts);
      messages.push(require('node/v8').deserialize(all.subarray(LENGTH, end)));
      this.#parts = [all.subarray(end)];
      this.#size -= end;
    }
    return messages;
  }
}

module.exports = { framingOf: (mode) => (mode === 'advanced' ? new AdvancedFraming() : new JsonFraming()) };
