'use strict';

const {
  canonicalizeLocaleList, resolveLocale, localeWith, coerceOptions, getOption, getBoolean, getTypeOption, callable, incompatible, KEYWORD,
} = require('./options');

const OWNER = 'Intl.Collator';
const CASES = ['upper', 'lower', 'false'];
const SENSITIVITIES = { base: 0, accent: 1, case: 0 | 4, variant: 2 };

const wellFormed = (text) => (text.isWellFormed() ? text : text.toWellFormed());

class Collator {
  #state;
  constructor(locales, given) {
    const requested = canonicalizeLocaleList(locales);
    const options = coerceOptions(given);
    const usage = getOption(options, 'usage', OWNER, ['sort', 'search'], 'sort');
    getOption(options, 'localeMatcher', OWNER, ['lookup', 'best fit']);
    getTypeOption(options, 'collation', OWNER, KEYWORD);
    const { locale, values } = resolveLocale(requested, { kn: ['true', 'false'], kf: CASES });
    const numeric = getBoolean(options, 'numeric', values.kn === 'true');
    const caseFirst = getOption(options, 'caseFirst', OWNER, CASES, values.kf ?? 'false');
    const sensitivity = getOption(options, 'sensitivity', OWNER, Object.keys(SENSITIVITIES), 'variant');
    const ignorePunctuation = getBoolean(options, 'ignorePunctuation', false);
    const flags = SENSITIVITIES[sensitivity] | (numeric ? 8 : 0) | { upper: 16, lower: 32, false: 0 }[caseFirst] | (ignorePunctuation ? 64 : 0);
    const name = localeWith(locale, values, { kn: String(numeric), kf: caseFirst });
    const shown = { locale: name, usage, sensitivity, ignorePunctuation, collation: 'default', numeric, caseFirst };
    this.#state = { shown, flags, bound: undefined };
  }
  static #of(collator, method) {
    if (typeof collator !== 'object' || collator === null || !(#state in collator)) {
      throw incompatible(`${method === 'compare' ? 'get ' : ''}Intl.Collator.prototype.${method}`, collator);
    }
    return collator.#state;
  }
  get compare() {
    const state = Collator.#of(this, 'compare');
    const { flags } = state;
    state.bound ??= (left, right) => native.compare(wellFormed(String(left)), wellFormed(String(right)), flags);
    return state.bound;
  }
  resolvedOptions() {
    return { ...Collator.#of(this, 'resolvedOptions').shown };
  }
}

const compareText = (left, right) => native.compare(wellFormed(left), wellFormed(right), SENSITIVITIES.variant);

module.exports = { Collator: callable(Collator, OWNER), compareText };
