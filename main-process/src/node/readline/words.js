'use strict';

// Moving and deleting by characters and by words: methods of the editor.

const reversed = (text) => [...text].reverse().join('');
const unitsAt = (text, at) => (text.codePointAt(at) > 0xffff ? 2 : 1);

/** Characters that belong to the one before them: combining marks and what joins emoji. */
const JOINS = /^(?:\p{M}|\u200d|[\ufe00-\ufe0f])/u;

/** The length of the character that begins at `at`, with everything that is drawn as part of it. */
function lengthAt(text, at) {
  if (at >= text.length) return 0;
  let end = at + unitsAt(text, at);
  while (end < text.length && JOINS.test(text.slice(end, end + 2))) {
    const joiner = text[end] === '\u200d';
    end += unitsAt(text, end);
    if (joiner && end < text.length) end += unitsAt(text, end);
  }
  return end - at;
}

function lengthBefore(text, at) {
  let start = 0;
  for (let next = 0; next < at; next += lengthAt(text, next)) start = next;
  return at - start;
}

const methods = {
  left() {
    this.moveBy(-lengthBefore(this.rl.line, this.rl.cursor));
  },

  right() {
    this.moveBy(lengthAt(this.rl.line, this.rl.cursor));
  },

  wordStart() {
    const { line, cursor } = this.rl;
    return cursor - /^\s*(?:[^\w\s]+|\w+)?/.exec(reversed(line.slice(0, cursor)))[0].length;
  },

  wordEnd() {
    const { line, cursor } = this.rl;
    return cursor + /^(?:\s+|[^\w\s]+|\w+)\s*/.exec(line.slice(cursor))[0].length;
  },

  wordLeft() {
    if (this.rl.cursor > 0) this.moveBy(this.wordStart() - this.rl.cursor);
  },

  wordRight() {
    if (this.rl.cursor < this.rl.line.length) this.moveBy(this.wordEnd() - this.rl.cursor);
  },

  deleteLeft() {
    const { line, cursor } = this.rl;
    if (cursor > 0 && line.length > 0) this.remove(cursor - lengthBefore(line, cursor), cursor);
  },

  deleteRight() {
    const { line, cursor } = this.rl;
    this.remove(cursor, cursor + lengthAt(line, cursor));
  },

  deleteWordLeft() {
    if (this.rl.cursor > 0) this.remove(this.wordStart(), this.rl.cursor);
  },

  deleteWordRight() {
    if (this.rl.cursor < this.rl.line.length) this.remove(this.rl.cursor, this.wordEnd());
  },

  deleteLineLeft() {
    this.remove(0, this.rl.cursor, true);
  },

  deleteLineRight() {
    this.remove(this.rl.cursor, this.rl.line.length, true);
  },
};

module.exports = { methods };
