'use strict';

const { codes } = require('internal/errors');
const { URL } = require('web/url');
const { compile } = require('./compile');
const { COMPONENTS, PORTS, isSpecial, encode, partsOf, complete } = require('./canonical');
const { parseConstructorString } = require('./constructor_string');

const INSPECT = Symbol.for('nodejs.util.inspect.custom');
const isObject = (value) => (typeof value === 'object' && value !== null) || typeof value === 'function';

function initOf(input, base) {
  if (isObject(input)) {
    if (base !== undefined) throw new TypeError('A base URL goes with a pattern that is a string');
    return input;
  }
  const init = parseConstructorString(String(input));
  if (base !== undefined) init.baseURL = String(base);
  else if (init.protocol === undefined) throw new TypeError('A relative pattern needs a base URL');
  return init;
}

const PLAIN = { delimiter: '', prefix: '' };

function compileAll(patterns, ignoreCase) {
  const found = {};
  for (const name of ['protocol', 'username', 'password', 'port']) found[name] = compile(patterns[name], encode[name], PLAIN);
  const isIpv6 = /^(?:\[|\{\[|\\\[)/.test(patterns.hostname);
  found.hostname = compile(patterns.hostname, encode[isIpv6 ? 'ipv6' : 'hostname'], { delimiter: '.', prefix: '' });
  const hasPath = Object.keys(PORTS).some((protocol) => found.protocol.regexp.test(protocol));
  found.pathname = hasPath ?
    compile(patterns.pathname, encode.pathname, { delimiter: '/', prefix: '/', ignoreCase }) :
    compile(patterns.pathname, encode.opaque, { ...PLAIN, ignoreCase });
  for (const name of ['search', 'hash']) found[name] = compile(patterns[name], encode[name], { ...PLAIN, ignoreCase });
  return found;
}

/** The components of what is to be matched; undefined if it is no URL. */
function subjectOf(input, base) {
  if (isObject(input)) {
    if (base !== undefined) throw new TypeError('A base URL goes with an input that is a string');
    const nothing = Object.fromEntries(COMPONENTS.map((name) => [name, '']));
    try {
      return { ...nothing, ...complete(input, false) };
    } catch {
      return undefined;
    }
  }
  const text = String(input);
  return URL.canParse(text, base) ? partsOf(new URL(text, base)) : undefined;
}

class URLPattern {
  #components;

  constructor(input = {}, baseOrOptions = undefined, options = undefined) {
    if (new.target === undefined) throw new codes.ERR_CONSTRUCT_CALL_REQUIRED('URLPattern');
    const settings = isObject(baseOrOptions) ? baseOrOptions : options;
    const base = isObject(baseOrOptions) ? undefined : baseOrOptions;
    const patterns = complete(initOf(input, base), true);
    for (const name of COMPONENTS) patterns[name] ??= '*';
    if (isSpecial(patterns.protocol) && PORTS[patterns.protocol] === patterns.port) patterns.port = '';
    this.#components = compileAll(patterns, Boolean(settings?.ignoreCase));
  }

  test(input = {}, baseURL = undefined) {
    const subject = subjectOf(input, baseURL);
    return subject !== undefined && COMPONENTS.every((name) => this.#components[name].regexp.test(subject[name]));
  }

  exec(input = {}, baseURL = undefined) {
    const subject = subjectOf(input, baseURL);
    if (subject === undefined) return null;
    const result = { inputs: baseURL === undefined ? [input] : [input, baseURL] };
    for (const name of COMPONENTS) {
      const { regexp, names } = this.#components[name];
      const match = regexp.exec(subject[name]);
      if (match === null) return null;
      result[name] = { input: subject[name], groups: Object.fromEntries(names.map((group, index) => [group, match[index + 1]])) };
    }
    return result;
  }

  get hasRegExpGroups() {
    return COMPONENTS.some((name) => this.#components[name].hasRegExp);
  }

  static textOf(pattern, name) {
    return pattern.#components[name].text;
  }

  [INSPECT](depth, options, inspect) {
    if (depth < 0) return this;
    const shown = Object.fromEntries([...COMPONENTS, 'hasRegExpGroups'].map((name) => [name, this[name]]));
    return `URLPattern ${inspect(shown, options)}`;
  }
}

// The static reaches the private field; programs are not to see it.
const { textOf } = URLPattern;
delete URLPattern.textOf;
for (const name of COMPONENTS) {
  const { get } = Object.getOwnPropertyDescriptor({ get [name]() { return textOf(this, name); } }, name);
  Object.defineProperty(URLPattern.prototype, name, { get, enumerable: true, configurable: true });
}
for (const name of ['test', 'exec', 'hasRegExpGroups']) Object.defineProperty(URLPattern.prototype, name, { enumerable: true });
Object.defineProperty(URLPattern.prototype, Symbol.toStringTag, { value: 'URLPattern', configurable: true });

module.exports = { URLPattern };
