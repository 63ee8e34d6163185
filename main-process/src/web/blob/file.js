'use strict';

const { kClone } = require('internal/clone/hosts');
const { codes } = require('internal/errors');
const { Blob, showAs } = require('web/blob');

const INSPECT = Symbol.for('nodejs.util.inspect.custom');

class File extends Blob {
  #name;
  #lastModified;

  constructor(fileBits, fileName, options = {}) {
    if (arguments.length < 2) throw new codes.ERR_MISSING_ARGS('fileBits', 'fileName');
    super(fileBits, options);
    const { lastModified } = options ?? {};
    this.#name = `${fileName}`.toWellFormed();
    this.#lastModified = lastModified === undefined ? Date.now() : Math.trunc(+lastModified) || 0;
  }

  get name() {
    return this.#name;
  }

  get lastModified() {
    return this.#lastModified;
  }

  [kClone]() {
    const { from, data } = super[kClone]();
    return { from, data: { ...data, name: this.#name, lastModified: this.#lastModified } };
  }

  [INSPECT](depth, options, inspect) {
    const { size, type, name, lastModified } = this;
    return showAs('File', this, { size, type, name, lastModified }, depth, options, inspect);
  }
}

Object.defineProperties(File.prototype, {
  name: { enumerable: true },
  lastModified: { enumerable: true },
  [INSPECT]: { enumerable: false },
  [kClone]: { enumerable: false },
  [Symbol.toStringTag]: { value: 'File', configurable: true },
});

module.exports = { File };
