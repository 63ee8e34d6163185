'use strict';

const { codes } = require('internal/errors');

const { ERR_INVALID_MIME_SYNTAX } = codes;

const NOT_TOKEN = /[^!#$%&'*+\-.^_`|~A-Za-z0-9]/;
const NOT_QUOTED = /[^\t\u0020-\u007E\u0080-\u00FF]/;
const BLANK_END = /[\r\n\t ]*$/;
const BLANK = /[^\r\n\t ]|$/;

const lower = (text) => text.replace(/[A-Z]/g, (char) => char.toLowerCase());

function checkToken(text, what) {
  const at = text.search(NOT_TOKEN);
  if (text === '' || at !== -1) throw new ERR_INVALID_MIME_SYNTAX(what, text, at);
}

function splitEssence(text) {
  const start = text.search(BLANK);
  const source = text.slice(start);
  const slash = source.indexOf('/');
  const type = source.slice(0, Math.max(slash, 0));
  if (slash === -1 || type === '' || NOT_TOKEN.test(type)) {
    throw new ERR_INVALID_MIME_SYNTAX('type', text, slash === -1 ? -1 : type.search(NOT_TOKEN));
  }
  const semicolon = source.indexOf(';', slash + 1);
  const subtype = (semicolon === -1 ? source.slice(slash + 1) : source.slice(slash + 1, semicolon))
    .replace(BLANK_END, '');
  if (subtype === '' || NOT_TOKEN.test(subtype)) {
    throw new ERR_INVALID_MIME_SYNTAX('subtype', text, subtype.search(NOT_TOKEN));
  }
  return { type: lower(type), subtype: lower(subtype), rest: semicolon === -1 ? '' : source.slice(semicolon + 1) };
}

/** Reads a quoted value at `at`; returns it without quotes and escapes, and where it ends. */
function readQuoted(text, at) {
  let value = '';
  let i = at + 1;
  while (i < text.length && text[i] !== '"') {
    if (text[i] === '\\' && i + 1 < text.length) i++;
    value += text[i++];
  }
  const end = text.indexOf(';', i);
  return [value, end === -1 ? text.length : end];
}

function parseParams(text, map) {
  let at = 0;
  while (at < text.length) {
    at += text.slice(at).search(BLANK);
    const semicolon = text.indexOf(';', at);
    const equals = text.indexOf('=', at);
    const nameEnd = Math.min(semicolon === -1 ? text.length : semicolon, equals === -1 ? text.length : equals);
    const name = lower(text.slice(at, nameEnd));
    at = nameEnd;
    if (text[at] !== '=') {
      at++;
      continue;
    }
    at++;
    let value;
    if (text[at] === '"') {
      [value, at] = readQuoted(text, at);
    } else {
      const end = text.indexOf(';', at);
      value = text.slice(at, end === -1 ? text.length : end).replace(BLANK_END, '');
      at = end === -1 ? text.length : end;
      if (value === '') {
        at++;
        continue;
      }
    }
    at++;
    if (name !== '' && !NOT_TOKEN.test(name) && !NOT_QUOTED.test(value) && !map.has(name)) map.set(name, value);
  }
}

const encode = (value) =>
  value === '' || NOT_TOKEN.test(value) ? `"${value.replace(/["\\]/g, '\\$&')}"` : value;

class MIMEParams {
  #map = new Map();

  static parse(params, text) {
    parseParams(text, params.#map);
    return params;
  }

  delete(name) {
    this.#map.delete(`${name}`);
  }

  get(name) {
    return this.#map.get(`${name}`) ?? null;
  }

  has(name) {
    return this.#map.has(`${name}`);
  }

  set(name, value) {
    const key = `${name}`;
    const text = `${value}`;
    checkToken(key, 'parameter name');
    const at = text.search(NOT_QUOTED);
    if (at !== -1) throw new ERR_INVALID_MIME_SYNTAX('parameter value', text, at);
    this.#map.set(key, text);
  }

  * entries() {
    yield* this.#map.entries();
  }

  * keys() {
    yield* this.#map.keys();
  }

  * values() {
    yield* this.#map.values();
  }

  toString() {
    return [...this.#map].map(([name, value]) => `${name}=${encode(value)}`).join(';');
  }

  toJSON() {
    return this.toString();
  }
}
Object.defineProperty(MIMEParams.prototype, Symbol.iterator, {
  value: MIMEParams.prototype.entries, writable: true, configurable: true,
});
const { parse } = MIMEParams;
delete MIMEParams.parse;

class MIMEType {
  #type;
  #subtype;
  #params;

  constructor(string) {
    const { type, subtype, rest } = splitEssence(`${string}`);
    this.#type = type;
    this.#subtype = subtype;
    this.#params = parse(new MIMEParams(), rest);
  }

  get type() {
    return this.#type;
  }

  set type(value) {
    const text = `${value}`;
    checkToken(text, 'type');
    this.#type = lower(text);
  }

  get subtype() {
    return this.#subtype;
  }

  set subtype(value) {
    const text = `${value}`;
    checkToken(text, 'subtype');
    this.#subtype = lower(text);
  }

  get essence() {
    return `${this.#type}/${this.#subtype}`;
  }

  get params() {
    return this.#params;
  }

  toString() {
    const params = this.#params.toString();
    return params === '' ? this.essence : `${this.essence};${params}`;
  }

  toJSON() {
    return this.toString();
  }
}

for (const [Class, names] of [
  [MIMEType, ['type', 'subtype', 'essence', 'params', 'toString', 'toJSON']],
  [MIMEParams, ['delete', 'get', 'has', 'set', 'entries', 'keys', 'values', 'toString']],
]) {
  for (const name of names) Object.defineProperty(Class.prototype, name, { enumerable: true });
}

module.exports = { MIMEType, MIMEParams };
