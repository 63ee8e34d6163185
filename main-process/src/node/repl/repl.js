'use strict';

const { inspect } = require('node/util');
const { refuseAll } = require('internal/refusal');

const writer = (value) => inspect(value, writer.options);
writer.options = { ...inspect.defaultOptions, showProxy: true };

/** What a prompt throws for input that is not yet whole. */
class Recoverable extends SyntaxError {
  constructor(error) {
    super();
    this.err = error;
  }
}

module.exports = refuseAll({
  writer,
  REPL_MODE_SLOPPY: Symbol('repl-sloppy'),
  REPL_MODE_STRICT: Symbol('repl-strict'),
  Recoverable,
  get builtinModules() {
    return require('internal/builtins').list().filter((name) => !name.startsWith('_'));
  },
}, 'repl', ['start', 'REPLServer']);
