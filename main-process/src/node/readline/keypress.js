'use strict';

const { StringDecoder } = require('node/string_decoder');
const { setTimeout, clearTimeout } = require('node/timers');
const { keyMachine, ESCAPE } = require('./keys');

const DECODER = Symbol('keypress-decoder');
const kSawKeyPress = Symbol('_sawKeyPress');
const PATIENCE = 500;

class Keypress {
  #timer;

  constructor(stream, iface) {
    this.stream = stream;
    this.iface = iface;
    this.decoder = new StringDecoder('utf8');
    this.#restart();
    this.onData = (chunk) => this.#take(chunk);
    this.onListener = (event) => {
      if (event !== 'keypress') return;
      stream.on('data', this.onData);
      stream.removeListener('newListener', this.onListener);
    };
    if (stream.listenerCount('keypress') > 0) stream.on('data', this.onData);
    else stream.on('newListener', this.onListener);
  }

  #restart() {
    this.machine = keyMachine((text, key) => this.stream.emit('keypress', text, key));
    this.machine.next();
  }

  #take(chunk) {
    const { stream, iface } = this;
    if (stream.listenerCount('keypress') === 0) {
      stream.removeListener('data', this.onData);
      stream.on('newListener', this.onListener);
      return;
    }
    const text = this.decoder.write(chunk);
    if (text === '') return;
    clearTimeout(this.#timer);
    const firstLength = text.codePointAt(0) > 0xffff ? 2 : 1;
    if (iface) {
      iface[kSawKeyPress] = firstLength === text.length;
      iface.isCompletionEnabled = false;
    }
    let length = 0;
    for (const character of text) {
      length += character.length;
      // Pasted text does not ask for completions.
      if (iface && length === text.length) iface.isCompletionEnabled = true;
      this.#feed(character);
      if (length === text.length && character === ESCAPE) {
        this.#timer = setTimeout(() => this.#feed(''), iface ? iface.escapeCodeTimeout : PATIENCE);
      }
    }
  }

  #feed(character) {
    try {
      this.machine.next(character);
    } catch (error) {
      // A listener threw: the machine is of no more use, the next key is.
      this.#restart();
      throw error;
    }
  }
}

/** Makes a stream of a terminal's input emit 'keypress'. */
function emitKeypressEvents(stream, iface = {}) {
  if (stream[DECODER]) return;
  stream[DECODER] = new Keypress(stream, iface);
}

module.exports = { emitKeypressEvents, kSawKeyPress };
