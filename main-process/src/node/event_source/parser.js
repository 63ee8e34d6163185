'use strict';

/** One event's data, in code units: a server that never ends one does not fill the memory. */
const MAX_DATA = 64 * 1024 * 1024;

/** Lines of a stream of events, as they come in pieces, to events. */
class Parser {
  #sink;
  #rest = '';
  #first = true;
  #afterReturn = false;
  #data = [];
  #length = 0;
  #type = '';
  #lastId;

  /** `sink.message({ type, data, lastEventId })`, `sink.retry(milliseconds)`, and the `lastId` to begin with. */
  constructor(sink) {
    this.#sink = sink;
    this.#lastId = sink.lastId;
  }

  feed(text) {
    if (this.#first && text.length > 0) {
      this.#first = false;
      if (text[0] === '\uFEFF') text = text.slice(1);
    }
    if (this.#afterReturn && text[0] === '\n') text = text.slice(1);
    if (text.length > 0) this.#afterReturn = text.endsWith('\r');
    const lines = (this.#rest + text).split(/\r\n|\n|\r/);
    this.#rest = lines.pop();
    for (const line of lines) this.#line(line);
    if (this.#rest.length > MAX_DATA) this.#rest = '';
  }

  #line(line) {
    if (line === '') return this.#dispatch();
    const colon = line.indexOf(':');
    if (colon === 0) return;
    const name = colon < 0 ? line : line.slice(0, colon);
    let value = colon < 0 ? '' : line.slice(colon + 1);
    if (value[0] === ' ') value = value.slice(1);
    this.#field(name, value);
  }

  #field(name, value) {
    if (name === 'event') this.#type = value;
    else if (name === 'data') {
      this.#length += value.length;
      if (this.#length <= MAX_DATA) this.#data.push(value);
    } else if (name === 'id') {
      if (!value.includes('\0')) this.#lastId = value;
    } else if (name === 'retry' && /^[0-9]+$/.test(value)) this.#sink.retry(Number(value));
  }

  #dispatch() {
    const { length } = this.#data;
    const event = { type: this.#type || 'message', data: this.#data.join('\n'), lastEventId: this.#lastId };
    this.#data = [];
    this.#length = 0;
    this.#type = '';
    if (length > 0) this.#sink.message(event);
  }
}

module.exports = { Parser };
