'use strict';

const { EventEmitter } = require('node/events');
const { hide } = require('electron/native_object');

const kHandlers = Symbol('kHandlers');

/** What hears pages: one for the whole program, one for each page, one for each frame. */
class IpcMain extends EventEmitter {
  constructor() {
    super();
    hide(this, kHandlers, new Map());
    // A channel may be called "error", which must not throw when nobody listens.
    this.on('error', () => {});
  }

  handle(channel, handler) {
    const handlers = this[kHandlers];
    if (handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`);
    if (typeof handler !== 'function') {
      throw new TypeError(`Expected handler to be a function, but found type '${typeof handler}'`);
    }
    handlers.set(channel, handler);
  }

  handleOnce(channel, handler) {
    this.handle(channel, (event, ...args) => {
      this.removeHandler(channel);
      return handler(event, ...args);
    });
  }

  removeHandler(channel) {
    this[kHandlers].delete(channel);
  }
}

module.exports = { IpcMain, handlerOf: (ipc, channel) => ipc[kHandlers].get(channel) };
