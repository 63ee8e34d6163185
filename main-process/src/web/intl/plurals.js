'use strict';

// CLDR's plural rules by language, over the digits as they are shown: before the point and after it.
const RULES = {
  en: {
    cardinal: (integer, fraction) => (fraction === '' && integer === '1' ? 'one' : 'other'),
    ordinal(integer, fraction) {
      if (Number(fraction) !== 0) return 'other';
      const tens = integer.slice(-2).padStart(2, '0');
      if (tens[0] === '1') return 'other';
      return { 1: 'one', 2: 'two', 3: 'few' }[tens[1]] ?? 'other';
    },
    categories: { cardinal: ['one', 'other'], ordinal: ['few', 'one', 'two', 'other'] },
    range: (start, end) => end,
  },
};

module.exports = { rulesOf: (locale) => RULES[locale.split('-')[0]] };
