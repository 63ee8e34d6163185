'use strict';

const base = require('./interface');
const cursor = require('./cursor');
const { emitKeypressEvents } = require('./keypress');
const { promisify } = require('node/util/callbacks');
const { validateAbortSignal } = require('internal/validators');
const { AbortError } = require('internal/errors');

/** The class as applications have it: `Interface(...)` works without `new`, too. */
function Interface(input, output, completer, terminal) {
  return Reflect.construct(base.Interface, [input, output, completer, terminal], new.target ?? Interface);
}
Interface.prototype = Object.create(base.Interface.prototype, {
  constructor: { value: Interface, writable: true, configurable: true },
});
Object.setPrototypeOf(Interface, base.Interface);

Interface.prototype.question = function question(query, options, callback) {
  return base.Interface.prototype.question.call(this, query, options, callback);
};
Interface.prototype.question[promisify.custom] = function question(query, options) {
  const { signal } = options ?? {};
  if (signal) {
    validateAbortSignal(signal, 'options.signal');
    if (signal.aborted) return Promise.reject(new AbortError(undefined, { cause: signal.reason }));
  }
  return base.ask(this, query, options ?? {});
};

// Names from before there were private ones; programs that draw themselves use them.
const LEGACY = {
  _clearLine: (rl) => rl.editor.clearLine(),
  _deleteLeft: (rl) => rl.editor.deleteLeft(),
  _deleteLineLeft: (rl) => rl.editor.deleteLineLeft(),
  _deleteLineRight: (rl) => rl.editor.deleteLineRight(),
  _deleteRight: (rl) => rl.editor.deleteRight(),
  _deleteWordLeft: (rl) => rl.editor.deleteWordLeft(),
  _deleteWordRight: (rl) => rl.editor.deleteWordRight(),
  _historyNext: (rl) => rl.editor.historyBy(-1),
  _historyPrev: (rl) => rl.editor.historyBy(1),
  _insertString: (rl, text) => rl.editor.insert(text),
  _line: (rl) => rl.editor.enter(),
  _moveCursor: (rl, distance) => rl.editor.moveBy(distance),
  _wordLeft: (rl) => rl.editor.wordLeft(),
  _wordRight: (rl) => rl.editor.wordRight(),
  _getCursorPos: (rl) => rl.getCursorPos(),
  _getDisplayPos: (rl, text) => require('./screen').positionOf(rl, text),
};
for (const name of Object.keys(LEGACY)) {
  Object.defineProperty(Interface.prototype, name, {
    value(...args) {
      return LEGACY[name](this, ...args);
    },
    writable: true,
    configurable: true,
  });
}
Object.defineProperties(Interface.prototype, {
  _prompt: { get() { return this.getPrompt(); }, set(value) { this.setPrompt(value); }, configurable: true },
  historyIndex: { get() { return this.editor?.historyIndex ?? -1; }, set(value) { if (this.editor) this.editor.historyIndex = value; }, configurable: true },
});

function createInterface(input, output, completer, terminal) {
  return new Interface(input, output, completer, terminal);
}

module.exports = {
  Interface,
  clearLine: cursor.clearLine,
  clearScreenDown: cursor.clearScreenDown,
  createInterface,
  cursorTo: cursor.cursorTo,
  emitKeypressEvents,
  moveCursor: cursor.moveCursor,
  get promises() {
    return require('./promises');
  },
};
