'use strict';

// A transform stream that becomes one only when it is used as one: most hashes and ciphers never are.

const { Transform } = require('node/stream');

function LazyTransform(options) {
  this._options = options;
}
Object.setPrototypeOf(LazyTransform.prototype, Transform.prototype);
Object.setPrototypeOf(LazyTransform, Transform);

const own = (name) => ({
  get() {
    Transform.call(this, this._options);
    this._writableState.decodeStrings = false;
    return this[name];
  },
  set(value) {
    Object.defineProperty(this, name, { value, enumerable: true, configurable: true, writable: true });
  },
  configurable: true,
  enumerable: true,
});

Object.defineProperties(LazyTransform.prototype, {
  _readableState: own('_readableState'),
  _writableState: own('_writableState'),
});

module.exports = { LazyTransform };
