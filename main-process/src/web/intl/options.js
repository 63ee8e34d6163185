'use strict';

const DEFAULT_LOCALE = 'en-US';
// Each locale that can be asked for and the data it is served with.
const LOCALES = { en: () => native.english(), 'en-US': () => native.english() };
const loaded = new Map();

function dataOf(locale) {
  const source = LOCALES[locale];
  if (!loaded.has('en')) loaded.set('en', JSON.parse(source()));
  return loaded.get('en');
}

function canonicalTag(tag) {
  const canonical = /^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$/.test(tag) ? native.canonicalize(tag) : undefined;
  if (canonical === undefined || canonical === null) throw new RangeError('Incorrect locale information provided');
  return canonical;
}

// Told by the getter, which the class itself sets, so that no circle of requires arises.
const localeTags = new WeakMap();

function canonicalizeLocaleList(locales) {
  if (locales === undefined) return [];
  if (typeof locales === 'string') return [canonicalTag(locales)];
  if (locales === null) throw new TypeError('Cannot convert undefined or null to object');
  if (localeTags.has(locales)) return [localeTags.get(locales)];
  const list = Object(locales);
  const seen = new Set();
  const length = Math.min(Math.max(Math.trunc(Number(list.length)) || 0, 0), Number.MAX_SAFE_INTEGER);
  for (let i = 0; i < length; i++) {
    if (!(i in list)) continue;
    const item = list[i];
    if (typeof item !== 'string' && (typeof item !== 'object' || item === null)) {
      throw new TypeError('Language ID should be string or object.');
    }
    seen.add(localeTags.get(item) ?? canonicalTag(String(item)));
  }
  return [...seen];
}

function splitExtension(tag) {
  const parts = tag.split('-');
  const start = parts.findIndex((part, index) => index > 0 && part.length === 1 && part === 'u');
  const keywords = {};
  if (start === -1 || parts.slice(0, start).includes('x')) return { base: withoutOthers(parts), keywords };
  let key = '';
  for (const part of parts.slice(start + 1)) {
    if (part.length === 1) break;
    if (part.length === 2) keywords[(key = part)] = '';
    else if (key) keywords[key] = keywords[key] ? `${keywords[key]}-${part}` : part;
  }
  return { base: withoutOthers(parts), keywords };
}

function withoutOthers(parts) {
  const end = parts.findIndex((part, index) => index > 0 && part.length === 1);
  return (end === -1 ? parts : parts.slice(0, end)).join('-');
}

function bestAvailable(base) {
  let candidate = base;
  while (candidate) {
    if (Object.hasOwn(LOCALES, candidate)) return candidate;
    candidate = candidate.slice(0, Math.max(candidate.lastIndexOf('-'), 0));
  }
  return undefined;
}

// `keys`: for each relevant key of the extension which of its values are known here.
function resolveLocale(requested, keys = {}) {
  for (const tag of requested) {
    const { base, keywords } = splitExtension(tag);
    const found = bestAvailable(base);
    if (!found) continue;
    const values = {};
    for (const [key, known] of Object.entries(keys)) {
      const value = keywords[key] === '' && known.includes('true') ? 'true' : keywords[key];
      if (value !== undefined && known.includes(value)) values[key] = value;
    }
    return { locale: found, values, data: dataOf(found) };
  }
  return { locale: DEFAULT_LOCALE, values: {}, data: dataOf(DEFAULT_LOCALE) };
}

// Keywords stay in the locale's name unless an option said otherwise.
function localeWith(locale, values, resolved) {
  const kept = Object.keys(values).filter((key) => values[key] === resolved[key]).sort();
  if (kept.length === 0) return locale;
  return `${locale}-u-${kept.map((key) => (values[key] === 'true' ? key : `${key}-${values[key]}`)).join('-')}`;
}

function supportedLocalesOf(owner) {
  return {
    supportedLocalesOf(locales, options) {
      const requested = canonicalizeLocaleList(locales);
      getOption(coerceOptions(options), 'localeMatcher', owner, ['lookup', 'best fit'], 'best fit');
      return requested.filter((tag) => bestAvailable(splitExtension(tag).base) !== undefined);
    },
  }.supportedLocalesOf;
}

function coerceOptions(options) {
  if (options === undefined) return Object.create(null);
  if (options === null) throw new TypeError('Cannot convert undefined or null to object');
  return Object(options);
}

function optionsObject(options) {
  if (options === undefined) return Object.create(null);
  if (typeof options !== 'object' && typeof options !== 'function' || options === null) {
    throw new TypeError('Incorrect options: an object is expected');
  }
  return options;
}

function getOption(options, name, owner, allowed, fallback) {
  let value = options[name];
  if (value === undefined) return fallback;
  value = String(value);
  if (allowed && !allowed.includes(value)) {
    throw new RangeError(`Value ${value} out of range for ${owner} options property ${name}`);
  }
  return value;
}

function getBoolean(options, name, fallback) {
  return options[name] === undefined ? fallback : Boolean(options[name]);
}

function getNumber(options, name, minimum, maximum, fallback) {
  return checkNumber(options[name], name, minimum, maximum, fallback);
}

function checkNumber(value, name, minimum, maximum, fallback) {
  if (value === undefined) return fallback;
  const number = Number(value);
  if (!(number >= minimum && number <= maximum)) throw new RangeError(`${name} value is out of range.`);
  return Math.floor(number);
}

function getTypeOption(options, name, owner, pattern) {
  const value = getOption(options, name, owner);
  if (value !== undefined && !pattern.test(value)) {
    throw new RangeError(`Invalid ${name} : ${value}`);
  }
  return value?.toLowerCase();
}

const KEYWORD = /^[A-Za-z0-9]{3,8}(-[A-Za-z0-9]{3,8})*$/;

function incompatible(method, receiver) {
  let shown = typeof receiver === 'object' && receiver !== null ? `#<${receiver.constructor?.name || 'Object'}>` : String(receiver);
  if (typeof receiver === 'string') shown = receiver;
  return new TypeError(`Method ${method} called on incompatible receiver ${shown}`);
}

// Methods as an engine's own: not enumerable, and the class named by its tag.
function finish(constructor, tag) {
  const { prototype } = constructor;
  Object.defineProperty(prototype, Symbol.toStringTag, { value: tag, configurable: true });
  Object.defineProperty(constructor, 'supportedLocalesOf', {
    value: supportedLocalesOf(tag), writable: true, configurable: true,
  });
  return constructor;
}

// A plain function around a class, because a class's own complaint about a missing `new` is the engine's.
function wrap(constructor, tag, callableToo) {
  const { name, prototype } = constructor;
  const outer = {
    [name]: function (locales, options) {
      if (new.target === undefined && !callableToo) throw new TypeError(`Constructor ${tag} requires 'new'`);
      return Reflect.construct(constructor, [locales, options], new.target ?? outer);
    },
  }[name];
  Object.defineProperty(outer, 'prototype', { value: prototype, writable: false, enumerable: false, configurable: false });
  Object.defineProperty(outer, 'length', { value: 0, configurable: true });
  Object.defineProperty(prototype, 'constructor', { value: outer, writable: true, configurable: true });
  return finish(outer, tag);
}

// The three oldest constructors work without `new` too.
const callable = (constructor, tag) => wrap(constructor, tag, true);
const constructed = (constructor, tag) => wrap(constructor, tag, false);

module.exports = {
  DEFAULT_LOCALE, LOCALES, KEYWORD, canonicalTag, canonicalizeLocaleList, splitExtension, resolveLocale, localeWith,
  coerceOptions, optionsObject, getOption, getBoolean, getNumber, checkNumber, getTypeOption, incompatible, callable,
  constructed,
  localeTags, dataOf,
};
