'use strict';
const assert = require('node:assert');
const { test } = require('kaon:test');

const date = new Date(Date.UTC(2024, 1, 9, 15, 4, 5, 678));
const shown = (options) => new Intl.DateTimeFormat('en-US', { timeZone: 'UTC', ...options }).format(date);
const number = (value, options) => new Intl.NumberFormat('en-US', options).format(value);

test('a locale without data falls back to the default and is told as unsupported', () => {
  assert.strictEqual(new Intl.NumberFormat('de').resolvedOptions().locale, 'en-US');
  assert.deepStrictEqual(Intl.DateTimeFormat.supportedLocalesOf(['de', 'en-GB', 'en-US']), ['en-GB', 'en-US']);
});

test('language tags are canonicalised and wrong ones refused', () => {
  assert.deepStrictEqual(Intl.getCanonicalLocales(['EN-us', 'iw', 'en-US']), ['en-US', 'he']);
  assert.throws(() => Intl.getCanonicalLocales('e_'), { name: 'RangeError', message: 'Incorrect locale information provided' });
});

test('dates are written by style and by component', () => {
  assert.strictEqual(shown({}), '2/9/2024');
  assert.strictEqual(shown({ dateStyle: 'full', timeStyle: 'short' }), 'Friday, February 9, 2024 at 3:04 PM');
  assert.strictEqual(shown({ year: 'numeric', day: 'numeric' }), '2024 (day: 9)');
  assert.strictEqual(shown({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }), '15:04');
  assert.strictEqual(shown({ second: 'numeric', fractionalSecondDigits: 2 }), '5.67');
});

test('time zones have their offsets and names', () => {
  assert.strictEqual(shown({ timeZone: 'America/New_York', timeStyle: 'long' }), '10:04:05 AM EST');
  assert.strictEqual(shown({ timeZone: '+02:00', timeStyle: 'short' }), '5:04 PM');
  assert.strictEqual(shown({ timeZone: 'Asia/Kolkata', hour: 'numeric', timeZoneName: 'long' }), '8 PM India Standard Time');
  assert.throws(() => shown({ timeZone: 'X/Y' }), { name: 'RangeError', message: 'Invalid time zone specified: X/Y' });
});

test('a range of dates tells what is common once', () => {
  const format = new Intl.DateTimeFormat('en-US', { timeZone: 'UTC', dateStyle: 'long' });
  assert.strictEqual(format.formatRange(0, 864e5), 'January 1\u2009–\u20092, 1970');
});

test('numbers are grouped, rounded, and given currency and unit', () => {
  assert.strictEqual(number(1234567.8915), '1,234,567.892');
  assert.strictEqual(number(-5, { style: 'currency', currency: 'USD', currencySign: 'accounting' }), '($5.00)');
  assert.strictEqual(number(1, { style: 'unit', unit: 'mile-per-hour', unitDisplay: 'long' }), '1 mile per hour');
  assert.strictEqual(number(999999, { notation: 'compact' }), '1M');
  assert.strictEqual(number('123456789012345678901234567890'), '123,456,789,012,345,678,901,234,567,890');
  assert.strictEqual(number(2.5, { maximumFractionDigits: 0, roundingMode: 'halfEven' }), '2');
});

test('wrong options are refused in the usual words', () => {
  assert.throws(() => number(1, { style: 'x' }), {
    name: 'RangeError', message: 'Value x out of range for Intl.NumberFormat options property style',
  });
  assert.throws(() => number(1, { style: 'currency' }), { name: 'TypeError', message: 'Currency code is required with currency style.' });
});

test('plurals, relative times and lists are English', () => {
  const ordinal = new Intl.PluralRules('en', { type: 'ordinal' });
  assert.deepStrictEqual([1, 2, 3, 4, 11].map((value) => ordinal.select(value)), ['one', 'two', 'few', 'other', 'other']);
  assert.strictEqual(new Intl.RelativeTimeFormat('en', { numeric: 'auto' }).format(-1, 'day'), 'yesterday');
  assert.strictEqual(new Intl.ListFormat('en').format(['a', 'b', 'c']), 'a, b, and c');
});

test('names of languages, regions and currencies', () => {
  const of = (type, code) => new Intl.DisplayNames('en', { type }).of(code);
  assert.deepStrictEqual([of('language', 'fr-CA'), of('region', 'DE'), of('currency', 'EUR')], ['Canadian French', 'Germany', 'Euro']);
});

test('text is cut into graphemes and words', () => {
  assert.deepStrictEqual([...new Intl.Segmenter().segment('e\u0301x')].map(({ segment }) => segment), ['e\u0301', 'x']);
  const words = new Intl.Segmenter('en', { granularity: 'word' }).segment('Hi, you');
  assert.deepStrictEqual([...words].filter(({ isWordLike }) => isWordLike).map(({ index }) => index), [0, 4]);
  assert.strictEqual(words.containing(5).segment, 'you');
});

test('a locale tells its parts and what is likely', () => {
  const locale = new Intl.Locale('sr-RS-u-hc-h12', { numeric: true });
  assert.strictEqual(locale.toString(), 'sr-RS-u-hc-h12-kn');
  assert.strictEqual(locale.maximize().script, 'Cyrl');
  assert.strictEqual(new Intl.Locale('en-Latn-US').minimize().toString(), 'en');
});
