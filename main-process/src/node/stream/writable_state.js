'use strict';

const { highWaterMarkOf } = require('./high_water_mark');
const { defaultEncodingOf } = require('./chunk');

const kOnFinished = Symbol('kOnFinished');
const none = Object.freeze([]);
function nop() {}

/** Most fields stay as the prototype has them: a stream costs what it uses. */
class WritableState {
  constructor(options, isDuplex) {
    const objectMode = !!options && !!(options.objectMode || (isDuplex && options.writableObjectMode));
    this.highWaterMark = highWaterMarkOf(options, 'writableHighWaterMark', isDuplex, objectMode);
    if (!options) return;
    if (objectMode) this.objectMode = true;
    if (options.decodeStrings === false) this.decodeStrings = false;
    const defaultEncoding = defaultEncodingOf(options);
    if (defaultEncoding !== undefined) this.defaultEncoding = defaultEncoding;
    if (options.emitClose === false) this.emitClose = false;
    if (options.autoDestroy === false) this.autoDestroy = false;
  }

  getBuffer() {
    return this.buffered.slice(this.bufferedIndex);
  }

  get bufferedRequestCount() {
    return this.buffered.length - this.bufferedIndex;
  }

  /** Keeps a write for later. */
  keep(chunk, encoding, callback) {
    if (this.buffered === none) this.buffered = [];
    this.buffered.push({ chunk, encoding, callback });
    if (encoding !== 'buffer') this.allBuffers = false;
    if (callback !== nop) this.allNoop = false;
  }

  resetBuffer() {
    this.buffered = none;
    this.bufferedIndex = 0;
    this.allBuffers = true;
    this.allNoop = true;
  }
}

Object.assign(WritableState.prototype, {
  objectMode: false,
  finalCalled: false,
  needDrain: false,
  // end() was called; it has returned; everything has been written.
  ending: false,
  ended: false,
  finished: false,
  destroyed: false,
  decodeStrings: true,
  defaultEncoding: 'utf8',
  length: 0,
  writing: false,
  corked: 0,
  // Whether _write() answers before it returns.
  sync: true,
  bufferProcessing: false,
  writecb: null,
  writelen: 0,
  afterWriteTickInfo: null,
  afterWritePending: false,
  buffered: none,
  bufferedIndex: 0,
  allBuffers: true,
  allNoop: true,
  // Callbacks that are due before 'finish'.
  pendingcb: 0,
  constructed: true,
  prefinished: false,
  errorEmitted: false,
  emitClose: true,
  autoDestroy: true,
  errored: null,
  closed: false,
  closeEmitted: false,
  [kOnFinished]: none,
});

module.exports = { WritableState, kOnFinished, none, nop };
