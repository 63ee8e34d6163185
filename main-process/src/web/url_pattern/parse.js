'use strict';

const NAME_START = /[\p{ID_Start}$_]/u;
const NAME_PART = /[\p{ID_Continue}$\u200c\u200d]/u;
const SIMPLE = { '*': 'asterisk', '+': 'modifier', '?': 'modifier', '{': 'open', '}': 'close' };

/** Where the group that opens at `start` ends; -1 if it is no valid one. */
function groupEnd(points, start) {
  let depth = 1;
  for (let at = start + 1; at < points.length; at++) {
    const point = points[at];
    if (point > '\x7f' || (at === start + 1 && point === '?')) return -1;
    if (point === '\\') {
      at++;
      if (at === points.length || points[at] > '\x7f') return -1;
    } else if (point === ')') {
      depth--;
      if (depth === 0) return at === start + 1 ? -1 : at;
    } else if (point === '(') {
      depth++;
      if (points[at + 1] !== '?') return -1;
    }
  }
  return -1;
}

/** A pattern's tokens: `{ type, value, index, end }`. Lenient: what is wrong becomes a token of type `invalid`. */
function tokenize(text, lenient = false) {
  const points = [...text];
  const tokens = [];
  const add = (type, index, end, value) => tokens.push({ type, index, end, value });
  const refuse = (index, end) => {
    if (!lenient) throw new TypeError(`Invalid pattern at ${index}: ${text}`);
    add('invalid', index, end, points.slice(index, end).join(''));
  };
  for (let index = 0; index < points.length;) {
    const point = points[index];
    let end = index + 1;
    if (SIMPLE[point] !== undefined) {
      add(SIMPLE[point], index, end, point);
    } else if (point === '\\') {
      if (end === points.length) refuse(index, end);
      else add('escaped', index, ++end, points[index + 1]);
    } else if (point === ':') {
      while (end < points.length && (end === index + 1 ? NAME_START : NAME_PART).test(points[end])) end++;
      if (end === index + 1) refuse(index, end);
      else add('name', index, end, points.slice(index + 1, end).join(''));
    } else if (point === '(') {
      const close = groupEnd(points, index);
      if (close < 0) refuse(index, end);
      else add('regexp', index, end = close + 1, points.slice(index + 1, close).join(''));
    } else {
      add('char', index, end, point);
    }
    index = end;
  }
  add('end', points.length, points.length, '');
  return { tokens, points };
}

const hex = (sign) => `\\x${sign.charCodeAt(0).toString(16)}`;
// The engine refuses some signs twice in a row under the flag `v`, as if they stood in a class.
const escapeRegExp = (text) =>
  text.replace(/[.+*?^${}()[\]|/\\]/g, '\\$&').replace(/[&!#%,:;<=>@`~]{2,}/g, (signs) => [...signs].map(hex).join(''));
const escapePattern = (text) => text.replace(/[+*?:{}()\\]/g, '\\$&');
const segmentOf = ({ delimiter }) => (delimiter === '' ? '.+?' : `[^${escapeRegExp(delimiter)}]+?`);

/** Makes a pattern's parts out of its tokens. */
class Parser {
  #tokens;
  #at = 0;
  #pending = '';
  #number = 0;
  #options;
  #encode;
  #parts = [];

  constructor(text, options, encode) {
    this.#tokens = tokenize(text).tokens;
    this.#options = options;
    this.#encode = encode;
  }

  #take(type) {
    return this.#tokens[this.#at].type === type ? this.#tokens[this.#at++] : undefined;
  }

  #expect(type) {
    const token = this.#take(type);
    if (token === undefined) throw new TypeError(`Invalid pattern: expected ${type}, found "${this.#tokens[this.#at].value}"`);
  }

  #matcher(name) {
    return this.#take('regexp') ?? (name === undefined ? this.#take('asterisk') : undefined);
  }

  #modifier() {
    return (this.#take('modifier') ?? this.#take('asterisk'))?.value ?? '';
  }

  #text() {
    let text = '';
    for (let token; (token = this.#take('char') ?? this.#take('escaped')) !== undefined;) text += token.value;
    return text;
  }

  #flush() {
    if (this.#pending === '') return;
    this.#parts.push({ type: 'fixed', value: this.#encode(this.#pending), modifier: '' });
    this.#pending = '';
  }

  #add(prefix, name, matcher, suffix, modifier) {
    if (name === undefined && matcher === undefined) {
      if (modifier === '') {
        this.#pending += prefix;
        return;
      }
      this.#flush();
      if (prefix !== '') this.#parts.push({ type: 'fixed', value: this.#encode(prefix), modifier });
      return;
    }
    this.#flush();
    const segment = segmentOf(this.#options);
    const source = matcher === undefined ? segment : matcher.type === 'asterisk' ? '.*' : matcher.value;
    const type = source === segment ? 'segment' : source === '.*' ? 'full' : 'regexp';
    const label = name?.value ?? String(this.#number++);
    if (this.#parts.some((part) => part.name === label)) throw new TypeError(`Duplicate name "${label}" in pattern`);
    const [before, after] = [this.#encode(prefix), this.#encode(suffix)];
    this.#parts.push({ type, value: source, name: label, prefix: before, suffix: after, modifier });
  }

  parse() {
    while (this.#at < this.#tokens.length) this.#step();
    return this.#parts;
  }

  #step() {
    const char = this.#take('char');
    let name = this.#take('name');
    let matcher = this.#matcher(name);
    if (name !== undefined || matcher !== undefined) {
      let prefix = char?.value ?? '';
      if (prefix !== this.#options.prefix) {
        this.#pending += prefix;
        prefix = '';
      }
      this.#flush();
      this.#add(prefix, name, matcher, '', this.#modifier());
      return;
    }
    const fixed = char ?? this.#take('escaped');
    if (fixed !== undefined) {
      this.#pending += fixed.value;
    } else if (this.#take('open') !== undefined) {
      const prefix = this.#text();
      name = this.#take('name');
      matcher = this.#matcher(name);
      const suffix = this.#text();
      this.#expect('close');
      this.#add(prefix, name, matcher, suffix, this.#modifier());
    } else {
      this.#flush();
      this.#expect('end');
    }
  }
}

const parse = (text, options, encode) => new Parser(text, options, encode).parse();

module.exports = { parse, tokenize, escapeRegExp, escapePattern, segmentOf, NAME_PART };
