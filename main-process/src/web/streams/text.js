'use strict';

const { codes } = require('internal/errors');
const { TextEncoder, TextDecoder } = require('web/encoding');
const { finish } = require('./core');
const { TransformStream } = require('./transform_stream');

const isHigh = (unit) => unit >= 0xd800 && unit <= 0xdbff;
const isLow = (unit) => unit >= 0xdc00 && unit <= 0xdfff;

/** Encodes piece by piece; the first half of a pair waits for the second. */
class PieceEncoder {
  #encoder = new TextEncoder();
  #high = '';

  encode(chunk) {
    let text = `${chunk}`;
    if (text === '') return undefined;
    if (this.#high !== '') {
      text = (isLow(text.charCodeAt(0)) ? this.#high : '\ufffd') + text;
      this.#high = '';
    }
    const last = text.length - 1;
    if (isHigh(text.charCodeAt(last))) {
      this.#high = text[last];
      text = text.slice(0, last);
    }
    return text === '' ? undefined : this.#encoder.encode(text);
  }

  flush() {
    return this.#high === '' ? undefined : this.#encoder.encode('\ufffd');
  }
}

class TextEncoderStream {
  #transform;

  constructor() {
    const encoder = new PieceEncoder();
    this.#transform = new TransformStream({
      transform(chunk, controller) {
        const bytes = encoder.encode(chunk);
        if (bytes !== undefined) controller.enqueue(bytes);
      },
      flush(controller) {
        const bytes = encoder.flush();
        if (bytes !== undefined) controller.enqueue(bytes);
      },
    });
  }

  static #of(value) {
    if (typeof value !== 'object' || value === null || !(#transform in value)) throw new codes.ERR_INVALID_THIS('TextEncoderStream');
    return value.#transform;
  }

  get encoding() {
    TextEncoderStream.#of(this);
    return 'utf-8';
  }

  get readable() {
    return TextEncoderStream.#of(this).readable;
  }

  get writable() {
    return TextEncoderStream.#of(this).writable;
  }
}

class TextDecoderStream {
  #decoder;
  #transform;

  constructor(encoding = 'utf-8', options = {}) {
    const decoder = new TextDecoder(encoding, options);
    this.#decoder = decoder;
    this.#transform = new TransformStream({
      transform(chunk, controller) {
        if (chunk === undefined) throw new codes.ERR_INVALID_ARG_TYPE('chunk', ['ArrayBuffer', 'ArrayBufferView'], chunk);
        const text = decoder.decode(chunk, { stream: true });
        if (text !== '') controller.enqueue(text);
      },
      flush(controller) {
        const text = decoder.decode();
        if (text !== '') controller.enqueue(text);
      },
    });
  }

  static #of(value) {
    if (typeof value !== 'object' || value === null || !(#transform in value)) throw new codes.ERR_INVALID_THIS('TextDecoderStream');
    return value;
  }

  get encoding() {
    return TextDecoderStream.#of(this).#decoder.encoding;
  }

  get fatal() {
    return TextDecoderStream.#of(this).#decoder.fatal;
  }

  get ignoreBOM() {
    return TextDecoderStream.#of(this).#decoder.ignoreBOM;
  }

  get readable() {
    return TextDecoderStream.#of(this).#transform.readable;
  }

  get writable() {
    return TextDecoderStream.#of(this).#transform.writable;
  }
}

finish(TextEncoderStream, ['encoding', 'readable', 'writable'], ({ encoding, readable, writable }) => ({ encoding, readable, writable }));
finish(
  TextDecoderStream, ['encoding', 'fatal', 'ignoreBOM', 'readable', 'writable'],
  ({ encoding, fatal, ignoreBOM, readable, writable }) => ({ encoding, fatal, ignoreBOM, readable, writable }),
);

module.exports = { TextEncoderStream, TextDecoderStream };
