'use strict';

// The methods that depend on a locale: small, and nothing of Intl is loaded before one is called.

const formats = new Map();

// A format for no locale and no options is made once: what most callers want.
function cached(kind, make, locales, options) {
  if (locales !== undefined && typeof locales !== 'string' || options !== undefined) return make(locales, options);
  const key = `${kind} ${locales ?? ''}`;
  let format = formats.get(key);
  if (!format) formats.set(key, (format = make(locales, options)));
  return format;
}

const makeNumber = (locales, options) => new (require('./number_format').NumberFormat)(locales, options);
const numberText = (value, locales, options) => cached('number', makeNumber, locales, options).format(value);

function dateText(date, locales, options, required, fallback) {
  const time = Date.prototype.getTime.call(date);
  if (Number.isNaN(time)) return 'Invalid Date';
  // The system's zone may change while a program runs, so that these are not kept.
  return require('./date_time_format').forDate(locales, options, required, fallback).format(time);
}

function listText(list, length, locales, options) {
  let text = '';
  for (let i = 0; i < length; i++) {
    if (i > 0) text += ',';
    const item = list[i];
    if (item !== undefined && item !== null) text += String(item.toLocaleString(locales, options));
  }
  return text;
}

function textOf(value, method) {
  if (value === undefined || value === null) throw new TypeError(`String.prototype.${method} called on null or undefined`);
  return String(value);
}

function casing(text, locales, change, plain) {
  if (locales === undefined) return plain(text);
  const { canonicalizeLocaleList } = require('./options');
  const [tag = 'en'] = canonicalizeLocaleList(locales);
  const [language] = tag.split('-');
  return ['tr', 'az', 'lt', 'el'].includes(language) && text.isWellFormed() ? native[change](text, language) : plain(text);
}

const open = new Set();
const lengthOf = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(Uint8Array).prototype, 'length').get;

const METHODS = {
  Number: {
    toLocaleString(locales, options) {
      return numberText(Number.prototype.valueOf.call(this), locales, options);
    },
  },
  BigInt: {
    toLocaleString(locales, options) {
      return numberText(BigInt.prototype.valueOf.call(this), locales, options);
    },
  },
  Date: {
    toLocaleString(locales, options) { return dateText(this, locales, options, 'any', 'all'); },
    toLocaleDateString(locales, options) { return dateText(this, locales, options, 'date', 'date'); },
    toLocaleTimeString(locales, options) { return dateText(this, locales, options, 'time', 'time'); },
  },
  Array: {
    toLocaleString(locales, options) {
      const list = Object(this);
      // An array within itself is shown as nothing.
      if (open.has(list)) return '';
      open.add(list);
      try {
        return listText(list, Math.min(Math.max(Math.trunc(Number(list.length)) || 0, 0), Number.MAX_SAFE_INTEGER), locales, options);
      } finally {
        open.delete(list);
      }
    },
  },
  TypedArray: {
    toLocaleString(locales, options) { return listText(this, lengthOf.call(this), locales, options); },
  },
  String: {
    localeCompare(that, locales, options) {
      const [left, right] = [textOf(this, 'localeCompare'), String(that)];
      const collator = require('./collator');
      if (locales === undefined && options === undefined) return collator.compareText(left, right);
      const make = (tags, given) => new collator.Collator(tags, given);
      return cached('collator', make, locales, options).compare(left, right);
    },
    toLocaleLowerCase(locales) {
      return casing(textOf(this, 'toLocaleLowerCase'), locales, 'lower', (text) => text.toLowerCase());
    },
    toLocaleUpperCase(locales) {
      return casing(textOf(this, 'toLocaleUpperCase'), locales, 'upper', (text) => text.toUpperCase());
    },
  },
};

module.exports = METHODS;
