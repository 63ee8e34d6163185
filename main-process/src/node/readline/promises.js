'use strict';

const base = require('./interface');
const { Readline } = require('./commands');

/** As the other one, but `question` gives a promise. */
class Interface extends base.Interface {
  question(query, options = {}) {
    return base.ask(this, query, options);
  }
}

function createInterface(input, output, completer, terminal) {
  return new Interface(input, output, completer, terminal);
}

module.exports = { Interface, Readline, createInterface };
