'use strict';

const { compile } = require('./compile');
const { encode, PORTS } = require('./canonical');
const { tokenize } = require('./parse');

/** Splits a whole URL's pattern into those of its components. */
class ConstructorString {
  #tokens;
  #points;
  #at = 0;
  #start = 0;
  #step = 1;
  #depth = 0;
  #brackets = 0;
  #state = 'init';
  #special = false;
  #found = {};

  constructor(text) {
    const { tokens, points } = tokenize(text, true);
    this.#tokens = tokens;
    this.#points = points;
  }

  #is(value, index = this.#at) {
    const token = this.#tokens[index] ?? this.#tokens.at(-1);
    return token.value === value && ['char', 'escaped', 'invalid'].includes(token.type);
  }

  #isSlashes() {
    return this.#is('/', this.#at + 1) && this.#is('/', this.#at + 2);
  }

  /** A `?` that begins the search, not one that makes what is before it optional. */
  #isSearch() {
    if (this.#is('?')) return true;
    if (this.#tokens[this.#at].value !== '?' || this.#tokens[this.#at].type !== 'modifier') return false;
    const before = this.#tokens[this.#at - 1];
    return before === undefined || !['name', 'regexp', 'close', 'asterisk'].includes(before.type);
  }

  #component() {
    return this.#points.slice(this.#tokens[this.#start].index, this.#tokens[this.#at].index).join('');
  }

  #rewind(state) {
    this.#at = this.#start;
    this.#step = 0;
    this.#state = state;
  }

  #change(state, skip) {
    const from = this.#state;
    const found = this.#found;
    if (!['init', 'authority', 'done'].includes(from)) found[from] = this.#component();
    if (from !== 'init' && state !== 'done') {
      const isHost = ['protocol', 'authority', 'username', 'password'].includes(from);
      if (isHost && ['port', 'pathname', 'search', 'hash'].includes(state)) found.hostname ??= '';
      if ((isHost || ['hostname', 'port'].includes(from)) && ['search', 'hash'].includes(state)) found.pathname ??= this.#special ? '/' : '';
      if (state === 'hash' && from !== 'search') found.search ??= '';
    }
    this.#state = state;
    this.#at += skip;
    this.#start = this.#at;
    this.#step = 0;
  }

  #readProtocol() {
    const { regexp } = compile(this.#component(), encode.protocol, { delimiter: '', prefix: '' });
    this.#special = Object.keys(PORTS).some((protocol) => regexp.test(protocol));
    if (this.#isSlashes()) this.#change('authority', 3);
    else this.#change(this.#special ? 'authority' : 'pathname', 1);
  }

  #states = {
    init: () => {
      if (this.#is(':')) this.#rewind('protocol');
      else if (this.#is('#')) this.#change('hash', 1);
      else if (this.#isSearch()) this.#change('search', 1);
      else return;
    },
    protocol: () => {
      if (this.#is(':')) this.#readProtocol();
    },
    authority: () => {
      if (this.#is('@')) this.#rewind('username');
      else if (this.#is('/') || this.#is('#') || this.#isSearch()) this.#rewind('hostname');
    },
    username: () => {
      if (this.#is(':')) this.#change('password', 1);
      else if (this.#is('@')) this.#change('hostname', 1);
    },
    password: () => {
      if (this.#is('@')) this.#change('hostname', 1);
    },
    hostname: () => {
      if (this.#is('[')) this.#brackets++;
      else if (this.#is(']')) this.#brackets--;
      else if (this.#is(':') && this.#brackets === 0) this.#change('port', 1);
      else this.#endHost();
    },
    port: () => this.#endHost(),
    pathname: () => this.#endPath(),
    search: () => {
      if (this.#is('#')) this.#change('hash', 1);
    },
    hash: () => {},
  };

  #endHost() {
    if (this.#is('/')) this.#change('pathname', 0);
    else this.#endPath();
  }

  #endPath() {
    if (this.#isSearch()) this.#change('search', 1);
    else if (this.#is('#')) this.#change('hash', 1);
  }

  /** At the end of the text: whether that was all. */
  #finish() {
    if (this.#state === 'init') {
      const isHash = this.#is('#', this.#start);
      this.#rewind('pathname');
      if (isHash) this.#change('hash', 1);
      return false;
    }
    if (this.#state === 'authority') {
      this.#rewind('hostname');
      return false;
    }
    this.#change('done', 0);
    return true;
  }

  parse() {
    for (; this.#at < this.#tokens.length; this.#at += this.#step) {
      this.#step = 1;
      const { type } = this.#tokens[this.#at];
      if (type === 'end') {
        if (this.#finish()) break;
      } else if (type === 'open') {
        this.#depth++;
      } else if (type === 'close' && this.#depth > 0) {
        this.#depth--;
        if (this.#depth === 0) continue;
        this.#states[this.#state]();
      } else if (this.#depth === 0) {
        this.#states[this.#state]();
      }
    }
    if (this.#found.hostname !== undefined) this.#found.port ??= '';
    return this.#found;
  }
}

module.exports = { parseConstructorString: (text) => new ConstructorString(text).parse() };
