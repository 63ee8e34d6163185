'use strict';

const { canonicalizeLocaleList, resolveLocale, coerceOptions, getOption, constructed, incompatible } = require('./options');
const { readDigits, showDigits } = require('./number_settings');
const { rulesOf } = require('./plurals');
const decimals = require('./decimal');

const OWNER = 'Intl.PluralRules';

class PluralRules {
  #state;
  constructor(locales, given) {
    const { locale } = resolveLocale(canonicalizeLocaleList(locales));
    const options = coerceOptions(given);
    getOption(options, 'localeMatcher', OWNER, ['lookup', 'best fit']);
    const type = getOption(options, 'type', OWNER, ['cardinal', 'ordinal'], 'cardinal');
    this.#state = { locale, type, settings: readDigits(options, 0, 3, 'standard', OWNER), rules: rulesOf(locale) };
  }
  static #of(rules, method) {
    if (typeof rules !== 'object' || rules === null || !(#state in rules)) throw incompatible(`${OWNER}.prototype.${method}`, rules);
    return rules.#state;
  }
  static #select({ settings, rules, type }, value) {
    if (value.special) return 'other';
    const { decimal, minimumFraction } = decimals.roundBy(value, settings);
    const { integer, fraction } = decimals.split(decimal, settings.minI, minimumFraction);
    return rules[type](integer, fraction);
  }
  select(value) {
    return PluralRules.#select(PluralRules.#of(this, 'select'), decimals.ofNumber(Number(value)));
  }
  selectRange(start, end) {
    const state = PluralRules.#of(this, 'selectRange');
    if (start === undefined) throw new TypeError(`Invalid startRange : ${start}`);
    if (end === undefined) throw new TypeError(`Invalid endRange : ${end}`);
    const [from, to] = [Number(start), Number(end)];
    if (Number.isNaN(from)) throw new RangeError(`Invalid startRange : ${start}`);
    if (Number.isNaN(to)) throw new RangeError(`Invalid endRange : ${end}`);
    const select = (value) => PluralRules.#select(state, decimals.ofNumber(value));
    return state.rules.range(select(from), select(to));
  }
  resolvedOptions() {
    const { locale, type, settings, rules } = PluralRules.#of(this, 'resolvedOptions');
    const out = { locale, type };
    showDigits(settings, out);
    out.pluralCategories = [...rules.categories[type]];
    return out;
  }
}

module.exports = { PluralRules: constructed(PluralRules, OWNER) };
