'use strict';

const { emitKeypressEvents, kSawKeyPress } = require('./keypress');
const { clearScreenDown, cursorTo, moveCursor } = require('./cursor');
const { positionOf, commonPrefix, inColumns } = require('./screen');
const words = require('./words');
const { press } = require('./keymap');

const MAX_UNDO = 2048;
const MAX_KILLED = 32;
const LINE_ENDING = /\r\n|\n|\r/;

/** The line of a terminal: what is in it, where the cursor is, and what keys do to both. */
class Editor {
  historyIndex = -1;
  #previousRows = 0;
  #undone = [];
  #done = [];
  #killed = [];
  #killIndex = 0;
  #yankedLength = 0;
  #previousKey = null;
  #substring = null;

  constructor(rl) {
    this.rl = rl;
  }

  attach() {
    const { rl } = this;
    const { input, output } = rl;
    emitKeypressEvents(input, rl);
    const onKey = (text, key) => {
      rl._ttyWrite(text, key);
      // Half of a surrogate pair: what is on the screen is put right.
      const code = key?.sequence?.codePointAt(0);
      if (code >= 0xd800 && code <= 0xdfff) this.refresh();
    };
    const onEnd = () => {
      if (typeof rl.line === 'string' && rl.line.length > 0) rl.emit('line', rl.line);
      rl.close();
    };
    const onResize = () => this.refresh();
    input.on('keypress', onKey);
    input.on('end', onEnd);
    rl._setRawMode(true);
    rl.cursor = 0;
    if (output != null) output.on('resize', onResize);
    rl.once('close', () => {
      input.removeListener('keypress', onKey);
      input.removeListener('end', onEnd);
      if (output != null) output.removeListener('resize', onResize);
    });
  }

  press(text, key = {}) {
    const previous = this.#previousKey;
    this.#previousKey = key;
    if (!(key.meta && key.name === 'y')) this.#yankedLength = 0;
    if ((key.name === 'up' || key.name === 'down') && !key.ctrl && !key.meta && !key.shift) {
      this.#substring ??= this.historyIndex === -1 ? this.rl.line.slice(0, this.rl.cursor) : this.#substring;
    } else if (this.#substring !== null) {
      this.#substring = null;
      if (this.rl.history.length === this.historyIndex) this.historyIndex = -1;
    }
    press(this, text, key, previous);
  }

  get line() {
    return this.rl.line;
  }

  /** Replaces line and cursor without drawing. */
  set(line, cursor) {
    this.rl.line = line;
    this.rl.cursor = cursor;
  }

  refresh() {
    const { rl } = this;
    const line = rl.getPrompt() + rl.line;
    const end = positionOf(rl, line);
    const position = rl.getCursorPos();
    if (this.#previousRows > 0) moveCursor(rl.output, 0, -this.#previousRows);
    cursorTo(rl.output, 0);
    clearScreenDown(rl.output);
    rl._writeToOutput(line);
    // The terminal begins a new line only when there is something on it.
    if (end.cols === 0) rl._writeToOutput(' ');
    cursorTo(rl.output, position.cols);
    const below = end.rows - position.rows;
    if (below > 0) moveCursor(rl.output, 0, -below);
    this.#previousRows = position.rows;
  }

  remember() {
    if (this.#done.push({ text: this.rl.line, cursor: this.rl.cursor }) > MAX_UNDO) this.#done.splice(0, 1);
  }

  #swap(from, to) {
    const state = from.pop();
    if (state === undefined) return;
    to.push({ text: this.rl.line, cursor: this.rl.cursor });
    this.set(state.text, state.cursor);
    this.refresh();
  }

  undo() {
    this.#swap(this.#done, this.#undone);
  }

  redo() {
    this.#swap(this.#undone, this.#done);
  }

  insert(text) {
    const { rl } = this;
    this.remember();
    if (rl.cursor < rl.line.length) {
      this.set(rl.line.slice(0, rl.cursor) + text + rl.line.slice(rl.cursor), rl.cursor + text.length);
      this.refresh();
      return;
    }
    const before = rl.getCursorPos();
    this.set(rl.line + text, rl.cursor + text.length);
    const after = rl.getCursorPos();
    if (before.rows < after.rows) this.refresh();
    else rl._writeToOutput(text);
  }

  /** Typed text: what is between line endings are lines. */
  type(text) {
    const [first, ...rest] = text.split(LINE_ENDING);
    if (first !== '') this.insert(first);
    for (const part of rest) {
      this.enter();
      if (part !== '') this.insert(part);
    }
  }

  enter() {
    const line = this.#addHistory();
    this.#undone = [];
    this.#done = [];
    this.clearLine();
    this.rl._onLine(line);
  }

  clearLine() {
    const { rl } = this;
    this.moveBy(Infinity);
    rl._writeToOutput('\r\n');
    this.set('', 0);
    this.#previousRows = 0;
  }

  moveBy(distance) {
    const { rl } = this;
    if (distance === 0) return;
    const before = rl.getCursorPos();
    rl.cursor = Math.min(Math.max(rl.cursor + distance, 0), rl.line.length);
    const after = rl.getCursorPos();
    if (before.rows === after.rows) moveCursor(rl.output, after.cols - before.cols, 0);
    else this.refresh();
  }

  /** Takes away from `from` to `to`; what a kill takes can be yanked. */
  remove(from, to, isKill = false) {
    const { rl } = this;
    if (from >= to) return;
    this.remember();
    if (isKill) this.#kill(rl.line.slice(from, to));
    this.set(rl.line.slice(0, from) + rl.line.slice(to), from);
    this.refresh();
  }

  #kill(text) {
    if (text === '' || text === this.#killed[0]) return;
    this.#killed = [text, ...this.#killed].slice(0, MAX_KILLED);
    this.#killIndex = 0;
  }

  yank() {
    if (this.#killed.length === 0) return;
    const text = this.#killed[this.#killIndex];
    this.insert(text);
    this.#yankedLength = text.length;
  }

  /** Puts the kill before it in the place of what was just yanked. */
  yankPop() {
    if (this.#yankedLength === 0 || this.#killed.length < 2) return;
    const { rl } = this;
    const start = rl.cursor - this.#yankedLength;
    this.#killIndex = (this.#killIndex + 1) % this.#killed.length;
    const text = this.#killed[this.#killIndex];
    this.#yankedLength = text.length;
    this.set(rl.line.slice(0, start) + text + rl.line.slice(rl.cursor), start + text.length);
    this.refresh();
  }

  clearScreen() {
    cursorTo(this.rl.output, 0, 0);
    clearScreenDown(this.rl.output);
    this.refresh();
  }

  #addHistory() {
    const { rl } = this;
    const { line } = rl;
    if (line.length === 0) return '';
    if (!rl.history || rl.historySize === 0 || line.trim().length === 0) return line;
    if (rl.history.length === 0 || rl.history[0] !== line) {
      if (rl.removeHistoryDuplicates) {
        const index = rl.history.indexOf(line);
        if (index !== -1) rl.history.splice(index, 1);
      }
      rl.history.unshift(line);
      if (rl.history.length > rl.historySize) rl.history.pop();
    }
    this.historyIndex = -1;
    const [added] = rl.history;
    rl.emit('history', rl.history);
    return added;
  }

  /** Older entries that begin with what was typed before the first step; and back. */
  historyBy(step) {
    const { history } = this.rl;
    const search = this.#substring ?? '';
    let index = this.historyIndex + step;
    if (step < 0 && this.historyIndex < 0) return;
    if (step > 0 && this.historyIndex >= history.length) return;
    this.remember();
    while (index >= 0 && index < history.length && (!history[index].startsWith(search) || history[index] === this.rl.line)) index += step;
    this.historyIndex = index;
    if (index < 0 || index >= history.length) this.set(search, search.length);
    else this.set(history[index], history[index].length);
    this.refresh();
  }

  /** Asks the completer about what is before the cursor. */
  complete(lastWasTab) {
    const { rl } = this;
    rl.pause();
    const typed = rl.line.slice(0, rl.cursor);
    askCompleter(rl.completer, typed, (error, outcome) => {
      rl.resume();
      if (error) rl._writeToOutput(`Tab completion error: ${require('internal/inspect').inspect(error)}`);
      else this.#show(lastWasTab, typed, outcome);
    });
  }

  #show(lastWasTab, typed, [completions, part]) {
    if (!completions || completions.length === 0) return;
    const { rl } = this;
    const prefix = commonPrefix(completions.filter((text) => text !== ''));
    if (prefix.startsWith(part) && prefix.length > part.length) {
      this.insert(prefix.slice(part.length));
      return;
    }
    if (!part.startsWith(prefix)) {
      rl.line = typed.slice(0, typed.length - part.length) + prefix + rl.line.slice(rl.cursor);
      rl.cursor = rl.cursor - part.length + prefix.length;
      this.refresh();
      return;
    }
    if (!lastWasTab) return;
    this.remember();
    rl._writeToOutput(inColumns(completions, rl.columns));
    this.#previousRows = 0;
    this.refresh();
  }

  get sawKeyPress() {
    return this.rl[kSawKeyPress];
  }
}

function askCompleter(completer, typed, done) {
  if (completer.length === 2) {
    completer(typed, done);
    return;
  }
  let outcome;
  try {
    outcome = completer(typed);
  } catch (error) {
    done(error);
    return;
  }
  if (typeof outcome?.then === 'function') outcome.then((value) => done(null, value), done);
  else done(null, outcome);
}

Object.assign(Editor.prototype, words.methods);

module.exports = { Editor };
