'use strict';

const { Event } = require('web/events');

/** How a connection ended. See https://websockets.spec.whatwg.org/#closeevent */
class CloseEvent extends Event {
  #wasClean;
  #code;
  #reason;

  constructor(type, options = {}) {
    super(type, options);
    this.#wasClean = Boolean(options.wasClean);
    this.#code = Number(options.code ?? 0) & 0xffff;
    this.#reason = String(options.reason ?? '');
  }

  get wasClean() {
    return this.#wasClean;
  }

  get code() {
    return this.#code;
  }

  get reason() {
    return this.#reason;
  }
}

module.exports = { CloseEvent };
