'use strict';

const { canonicalizeLocaleList, resolveLocale, getOption, constructed, incompatible, canonicalTag, splitExtension } = require('./options');

const OWNER = 'Intl.DisplayNames';
const TYPES = ['language', 'region', 'script', 'currency', 'calendar', 'dateTimeField'];
const SHAPES = {
  language: /^[A-Za-z]{2,3}(-[A-Za-z0-9]+)*$|^[A-Za-z]{5,8}(-[A-Za-z0-9]+)*$/, region: /^([A-Za-z]{2}|\d{3})$/, script: /^[A-Za-z]{4}$/,
  currency: /^[A-Za-z]{3}$/, calendar: /^[A-Za-z0-9]{3,8}(-[A-Za-z0-9]{3,8})*$/,
};
const CALENDARS = { gregory: 'gregorian', ethioaa: 'ethiopic-amete-alem' };

const styledName = (table, code, style) => (style === 'long' ? undefined : table[`${code}-alt-short`]) ?? table[code];

function languageName(tag, { names, display, style }) {
  const { language, region, script, pattern } = names;
  if (display === 'dialect') {
    const whole = styledName(language, tag, style);
    if (whole) return whole;
  }
  const parts = tag.split('-');
  let known = 1;
  if (display === 'dialect' && !(parts[1]?.length === 4 && parts.length > 2)) {
    while (known < parts.length && language[parts.slice(0, known + 1).join('-')]) known++;
  }
  const name = styledName(language, parts.slice(0, known).join('-'), style);
  if (!name) return undefined;
  const details = [];
  for (const part of parts.slice(known)) {
    if (part.length === 4 && /^[A-Z]/.test(part)) details.push(script[part] ?? part);
    else if (/^([A-Z]{2}|\d{3})$/.test(part)) details.push(styledName(region, part, style) ?? part);
    else details.push(part.toUpperCase());
  }
  if (details.length === 0) return name;
  const list = details.reduce((before, after) => pattern.localeSeparator.replace('{0}', () => before).replace('{1}', () => after));
  return pattern.localePattern.replace('{0}', () => name).replace('{1}', () => list);
}

function nameOf(state, code) {
  const { data, style } = state;
  const { names } = data;
  switch (state.type) {
    case 'language': return [splitExtension(canonicalTag(code)).base, (tag) => languageName(tag, { ...state, names })];
    case 'region': return [code.toUpperCase(), (key) => styledName(names.region, key, style)];
    case 'script': return [code[0].toUpperCase() + code.slice(1).toLowerCase(), (key) => styledName(names.script, key, style)];
    case 'currency': return [code.toUpperCase(), (key) => data.currencies[key]?.[0]];
    case 'calendar': return [code.toLowerCase(), (key) => names.calendar[CALENDARS[key] ?? key]];
    default: return [code, (key) => data.fieldNames[key]?.[style]];
  }
}

class DisplayNames {
  #state;
  constructor(locales, options) {
    const { locale, data } = resolveLocale(canonicalizeLocaleList(locales));
    if (typeof options !== 'object' || options === null) throw new TypeError('invalid_argument');
    getOption(options, 'localeMatcher', OWNER, ['lookup', 'best fit']);
    const style = getOption(options, 'style', OWNER, ['narrow', 'short', 'long'], 'long');
    const type = getOption(options, 'type', OWNER, TYPES);
    if (type === undefined) throw new TypeError('Required option "type" must not be undefined');
    const fallback = getOption(options, 'fallback', OWNER, ['code', 'none'], 'code');
    const display = getOption(options, 'languageDisplay', OWNER, ['dialect', 'standard'], 'dialect');
    this.#state = { locale, data, style, type, fallback, display };
  }
  static #of(names, method) {
    if (typeof names !== 'object' || names === null || !(#state in names)) throw incompatible(`${OWNER}.prototype.${method}`, names);
    return names.#state;
  }
  of(given) {
    const state = DisplayNames.#of(this, 'of');
    const code = String(given);
    const valid = state.type === 'dateTimeField' ? Object.hasOwn(state.data.fieldNames, code) : SHAPES[state.type].test(code);
    if (!valid) throw new RangeError('invalid_argument');
    const [key, find] = nameOf(state, code);
    return find(key) ?? (state.fallback === 'code' ? key : undefined);
  }
  resolvedOptions() {
    const { locale, style, type, fallback, display } = DisplayNames.#of(this, 'resolvedOptions');
    const out = { locale, style, type, fallback };
    if (type === 'language') out.languageDisplay = display;
    return out;
  }
}

module.exports = { DisplayNames: constructed(DisplayNames, OWNER) };
