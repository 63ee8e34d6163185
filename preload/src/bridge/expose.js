'use strict';

const p = require('./primitives');

/** What the page world does for the isolated one. */
module.exports = {
  __proto__: null,

  /** `contextBridge.exposeInMainWorld`. */
  expose(name, api) {
    if (name in window) throw new p.Error('Cannot bind an API on top of an existing property on the window object');
    p.defineProperty(window, name, { __proto__: null, value: api, writable: false, enumerable: true, configurable: false });
  },

  /** `webFrame.executeJavaScript`; the page's own policy may forbid it, which the caller learns as an `EvalError`. */
  evaluate: (code) => (0, p.evaluate)(code),

  /** `contextBridge.executeInMainWorld`. */
  run: (text, args) => p.apply((0, p.evaluate)(`(${text}\n)`), undefined, args),
};
