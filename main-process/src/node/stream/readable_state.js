'use strict';

const { BufferList } = require('./buffer_list');
const { highWaterMarkOf } = require('./high_water_mark');
const { defaultEncodingOf } = require('./chunk');

const kPaused = Symbol('kPaused');
const none = Object.freeze([]);

/** Most fields stay as the prototype has them: a stream costs what it uses. */
class ReadableState {
  constructor(options, isDuplex) {
    const objectMode = !!options && !!(options.objectMode || (isDuplex && options.readableObjectMode));
    this.highWaterMark = highWaterMarkOf(options, 'readableHighWaterMark', isDuplex, objectMode);
    if (!options) return;
    if (objectMode) this.objectMode = true;
    if (options.emitClose === false) this.emitClose = false;
    if (options.autoDestroy === false) this.autoDestroy = false;
    const defaultEncoding = defaultEncodingOf(options);
    if (defaultEncoding !== undefined) this.defaultEncoding = defaultEncoding;
    if (options.encoding) {
      const { StringDecoder } = require('node/string_decoder');
      this.decoder = new StringDecoder(options.encoding);
      this.encoding = options.encoding;
    }
  }

  // What is kept until it is read: made when there is something, since many streams idle before that.
  get buffer() {
    return (this.buffer = new BufferList());
  }

  set buffer(value) {
    Object.defineProperty(this, 'buffer', { value, configurable: true, enumerable: true, writable: true });
  }

  get pipesCount() { return this.pipes.length; }

  get paused() { return this[kPaused] !== false; }
  set paused(value) { this[kPaused] = !!value; }
}

Object.assign(ReadableState.prototype, {
  objectMode: false,
  length: 0,
  // The destinations; the list is replaced rather than changed.
  pipes: none,
  // Null: nobody decided yet. True: data flows to listeners. False: it waits for read().
  flowing: null,
  ended: false,
  endEmitted: false,
  reading: false,
  constructed: true,
  // Whether _read() answers before it returns.
  sync: true,
  needReadable: false,
  emittedReadable: false,
  readableListening: false,
  resumeScheduled: false,
  [kPaused]: null,
  errorEmitted: false,
  emitClose: true,
  autoDestroy: true,
  destroyed: false,
  errored: null,
  closed: false,
  closeEmitted: false,
  defaultEncoding: 'utf8',
  // The destinations that asked to wait: none, one, or a set of them when multiAwaitDrain is true.
  awaitDrainWriters: null,
  multiAwaitDrain: false,
  readingMore: false,
  dataEmitted: false,
  decoder: null,
  encoding: null,
});

module.exports = { ReadableState, kPaused };
