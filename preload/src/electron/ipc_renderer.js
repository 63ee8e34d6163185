'use strict';

const EventEmitter = require('../node/events');
const { encode, decode } = require('../codec');
const { omitted } = require('./omitted');

/** Channels that begin so are Kaon's own. */
const RESERVED = '-kaon-';

function checked(channel) {
  if (typeof channel !== 'string') {
    throw new TypeError(`Error processing argument at index 0, conversion failure from ${String(channel)}`);
  }
  if (channel.startsWith(RESERVED)) throw new Error(`The channel '${channel}' is reserved`);
  return channel;
}

class IpcRenderer extends EventEmitter {
  #link;

  constructor(link) {
    super();
    this.#link = link;
  }

  send(channel, ...args) {
    this.#link.send(checked(channel), encode(args));
  }

  sendSync(channel, ...args) {
    return decode(this.#link.sync(checked(channel), encode(args)));
  }

  async invoke(channel, ...args) {
    return decode(await this.#link.invoke(checked(channel), encode(args)));
  }

  postMessage(channel, message, transfer = []) {
    if (Array.from(transfer).length > 0) omitted('ipcRenderer.postMessage with ports')();
    this.#link.send(checked(channel), encode([message]));
  }
}
IpcRenderer.prototype.sendToHost = omitted('ipcRenderer.sendToHost');

/**
 * @param {object} link
 * @param {Record<string, (...args: unknown[]) => void>} own what Kaon itself hears
 */
module.exports = function createIpcRenderer(link, own) {
  const ipcRenderer = new IpcRenderer(link);

  function hear(channel, bytes) {
    const args = decode(bytes);
    if (channel.startsWith(RESERVED)) return own[channel]?.(...args);
    try {
      ipcRenderer.emit(channel, { sender: ipcRenderer, ports: [] }, ...args);
    } catch (error) {
      // A listener's failure is the application's, and is told as one.
      window.reportError(error);
    }
  }

  return { ipcRenderer, hear };
};
