'use strict';

const { codes } = require('internal/errors');
const { Stream } = require('./legacy');
const { Readable, applyOptions: applyReadable, readAfterConstruct } = require('./readable');
const { ReadableState } = require('./readable_state');
const { Writable, initialise, applyOptions: applyWritable, writeAfterConstruct } = require('./writable');
const { construct } = require('./destroy');

function Duplex(options) {
  if (!(this instanceof Duplex)) return new Duplex(options);
  this._readableState = new ReadableState(options, true);
  initialise(this, options, true);
  this.allowHalfOpen = true;
  if (options) {
    if (options.allowHalfOpen === false) this.allowHalfOpen = false;
    if (options.readable === false) Object.assign(this._readableState, { readable: false, ended: true, endEmitted: true });
    if (options.writable === false) Object.assign(this._writableState, { writable: false, ending: true, ended: true, finished: true });
    applyReadable(this, options);
    applyWritable(this, options);
    if (options.signal) require('./add_abort_signal').addAbortSignalNoValidate(options.signal, this);
  }
  Stream.call(this, options);
  construct(this, () => {
    readAfterConstruct(this);
    writeAfterConstruct(this);
  });
}

Object.setPrototypeOf(Duplex.prototype, Readable.prototype);
Object.setPrototypeOf(Duplex, Readable);

for (const name of ['write', 'cork', 'uncork', 'setDefaultEncoding', '_write', '_writev', 'end', 'destroy']) {
  Duplex.prototype[name] = Writable.prototype[name];
}

const shown = [
  'writable', 'writableHighWaterMark', 'writableObjectMode', 'writableBuffer', 'writableLength', 'writableFinished',
  'writableCorked', 'writableEnded', 'writableNeedDrain',
];
for (const name of shown) {
  Object.defineProperty(Duplex.prototype, name, Object.getOwnPropertyDescriptor(Writable.prototype, name));
}

Object.defineProperty(Duplex.prototype, 'destroyed', {
  configurable: true,
  enumerable: false,
  get() {
    const { _readableState: readable, _writableState: writable } = this;
    return readable === undefined || writable === undefined ? false : readable.destroyed && writable.destroyed;
  },
  set(value) {
    if (!this._readableState || !this._writableState) return;
    this._readableState.destroyed = value;
    this._writableState.destroyed = value;
  },
});

Duplex.fromWeb = function fromWeb(pair, options) {
  return require('./from_web').duplexFromWeb(pair, options);
};

Duplex.toWeb = function toWeb(duplex) {
  return require('./to_web').duplexToWeb(duplex);
};

Duplex.from = function (body) {
  return require('./duplex_from').duplexFrom(body, 'body');
};

module.exports = { Duplex };
