'use strict';

const { canonicalizeLocaleList, resolveLocale, optionsObject, getOption, constructed, incompatible } = require('./options');

const OWNER = 'Intl.ListFormat';

function strings(iterable) {
  const list = [];
  if (iterable === undefined) return list;
  for (const item of iterable) {
    if (typeof item !== 'string') throw new TypeError(`Iterable yielded ${String(item)} which is not a string`);
    list.push(item);
  }
  return list;
}

function join(pattern, before, after) {
  const parts = [];
  for (const piece of pattern.split(/(\{\d\})/)) {
    if (piece === '{0}') parts.push(...before);
    else if (piece === '{1}') parts.push(...after);
    else if (piece) parts.push({ type: 'literal', value: piece });
  }
  return parts;
}

function partsOf(list, [start, middle, end, pair]) {
  const elements = list.map((value) => [{ type: 'element', value }]);
  if (elements.length === 0) return [];
  let parts = elements.pop();
  if (elements.length === 1) return join(pair, elements[0], parts);
  for (let first = true; elements.length > 0; first = false) {
    parts = join(first ? end : elements.length === 1 ? start : middle, elements.pop(), parts);
  }
  return parts;
}

class ListFormat {
  #state;
  constructor(locales, given) {
    const { locale, data } = resolveLocale(canonicalizeLocaleList(locales));
    const options = optionsObject(given);
    getOption(options, 'localeMatcher', OWNER, ['lookup', 'best fit']);
    const type = getOption(options, 'type', OWNER, ['conjunction', 'disjunction', 'unit'], 'conjunction');
    const style = getOption(options, 'style', OWNER, ['long', 'short', 'narrow'], 'long');
    this.#state = { locale, type, style, patterns: data.lists[type][style] };
  }
  static #of(format, method) {
    if (typeof format !== 'object' || format === null || !(#state in format)) throw incompatible(`${OWNER}.prototype.${method}`, format);
    return format.#state;
  }
  format(list) {
    const { patterns } = ListFormat.#of(this, 'format');
    return partsOf(strings(list), patterns).map(({ value }) => value).join('');
  }
  formatToParts(list) {
    const { patterns } = ListFormat.#of(this, 'formatToParts');
    return partsOf(strings(list), patterns);
  }
  resolvedOptions() {
    const { locale, type, style } = ListFormat.#of(this, 'resolvedOptions');
    return { locale, type, style };
  }
}

module.exports = { ListFormat: constructed(ListFormat, OWNER) };
