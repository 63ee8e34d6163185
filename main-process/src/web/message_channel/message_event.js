'use strict';

const { Event } = require('web/events');
const { codes } = require('internal/errors');

const isPort = (value) => value instanceof require('web/message_channel').MessagePort;

function check(init) {
  const { source, ports } = init;
  if (source !== undefined && source !== null && !isPort(source)) {
    throw new codes.ERR_INVALID_ARG_TYPE('init.source', 'MessagePort', source);
  }
  if (ports === undefined) return;
  if (ports === null || typeof ports[Symbol.iterator] !== 'function') {
    throw new TypeError('ports is not iterable');
  }
  let index = 0;
  for (const port of ports) {
    if (!isPort(port)) throw new codes.ERR_INVALID_ARG_TYPE(`init.ports[${index}]`, 'MessagePort', port);
    index++;
  }
}

/** Source: https://html.spec.whatwg.org/multipage/comms.html#messageevent */
class MessageEvent extends Event {
  #data;
  #origin;
  #lastEventId;
  #source;
  #ports;

  constructor(type, init = {}) {
    super(type, init ?? {});
    init ??= {};
    check(init);
    this.#data = init.data === undefined ? null : init.data;
    this.#origin = init.origin === undefined ? '' : `${init.origin}`;
    this.#lastEventId = init.lastEventId === undefined ? '' : `${init.lastEventId}`;
    this.#source = init.source ?? null;
    this.#ports = Object.freeze([...(init.ports ?? [])]);
  }

  get data() { return this.#data; }
  get origin() { return this.#origin; }
  get lastEventId() { return this.#lastEventId; }
  get source() { return this.#source; }
  get ports() { return this.#ports; }
}

for (const name of ['data', 'origin', 'lastEventId', 'source', 'ports']) {
  Object.defineProperty(MessageEvent.prototype, name, { enumerable: true });
}
Object.defineProperty(MessageEvent.prototype, Symbol.toStringTag, { configurable: true, value: 'MessageEvent' });

module.exports = { MessageEvent };
