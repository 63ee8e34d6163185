'use strict';

const { MessageChannel } = window;
const immediates = new Map();
let last = 0;
let channel;

class Immediate {
  constructor(id) {
    this.id = id;
  }
  hasRef() {
    return true;
  }
  ref() {
    return this;
  }
  unref() {
    return this;
  }
}

/** A turn of the event loop without the delay that nested timeouts get. */
function setImmediate(callback, ...args) {
  if (typeof callback !== 'function') {
    const error = new TypeError('The "callback" argument must be of type function. Received ' + String(callback));
    throw Object.assign(error, { code: 'ERR_INVALID_ARG_TYPE' });
  }
  if (channel === undefined) {
    channel = new MessageChannel();
    channel.port1.onmessage = ({ data }) => {
      const run = immediates.get(data);
      immediates.delete(data);
      run?.();
    };
  }
  const id = ++last;
  immediates.set(id, () => callback(...args));
  channel.port2.postMessage(id);
  return new Immediate(id);
}

function clearImmediate(immediate) {
  immediates.delete(immediate?.id);
}

module.exports = {
  setTimeout: (...args) => window.setTimeout(...args),
  clearTimeout: (id) => window.clearTimeout(id),
  setInterval: (...args) => window.setInterval(...args),
  clearInterval: (id) => window.clearInterval(id),
  setImmediate,
  clearImmediate,
};
