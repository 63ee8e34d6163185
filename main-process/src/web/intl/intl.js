'use strict';

const { canonicalizeLocaleList, dataOf, DEFAULT_LOCALE } = require('./options');

// Each class with the script that has it: a program that formats numbers does not load what formats dates.
const CLASSES = {
  DateTimeFormat: () => require('./date_time_format').DateTimeFormat,
  NumberFormat: () => require('./number_format').NumberFormat,
  Collator: () => require('./collator').Collator,
  PluralRules: () => require('./plural_rules').PluralRules,
  RelativeTimeFormat: () => require('./relative_time_format').RelativeTimeFormat,
  ListFormat: () => require('./list_format').ListFormat,
  Locale: () => require('./locale').Locale,
  DisplayNames: () => require('./display_names').DisplayNames,
  Segmenter: () => require('./segmenter').Segmenter,
};

const SUPPORTED = {
  calendar: () => ['gregory'],
  collation: () => [],
  currency: (data) => Object.keys(data.currencies).sort(),
  numberingSystem: () => ['latn'],
  timeZone: (data) => require('./zones').zoneNames(data),
  unit: (data) => require('./number_settings').unitNames(data).sort(),
};

const methods = {
  getCanonicalLocales(locales) {
    return canonicalizeLocaleList(locales);
  },
  supportedValuesOf(key) {
    const name = String(key);
    if (!Object.hasOwn(SUPPORTED, name)) throw new RangeError(`Invalid key : ${name}`);
    return SUPPORTED[name](dataOf(DEFAULT_LOCALE));
  },
};

const Intl = Object.create(Object.prototype, { [Symbol.toStringTag]: { value: 'Intl', configurable: true } });
for (const [name, value] of Object.entries(methods)) {
  Object.defineProperty(Intl, name, { value, writable: true, configurable: true });
}
for (const [name, load] of Object.entries(CLASSES)) {
  const set = (value) => Object.defineProperty(Intl, name, { value, writable: true, configurable: true, enumerable: false });
  Object.defineProperty(Intl, name, {
    get() {
      const value = load();
      set(value);
      return value;
    },
    set, configurable: true, enumerable: false,
  });
}

module.exports = { Intl };
