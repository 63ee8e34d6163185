/**
 * `Intl` as ECMA-402 has it, for English. The names, patterns and rules are facts of the Unicode CLDR (Unicode License v3).
 *
 * Its types are TypeScript's own (`lib.es2022.intl.d.ts` and those before it): nothing here departs from them. Any other
 * locale that is asked for falls back to `en-US`, and `supportedLocalesOf` says so. Time zones are all those of the IANA.
 *
 * Missing compared with Node: locales other than `en` and `en-US`, calendars other than `gregory`, numbering systems other
 * than `latn`, dictionaries for words of Chinese, Japanese, Thai, Khmer, Lao and Burmese in `Segmenter`, the names of countries in
 * generic names of time zones (`Paris Time` instead of `France Time`), former names of a time zone at former dates,
 * `Locale.prototype.getTimeZones`, weekends other than Saturday and Sunday in `weekInfo` and the first day of the week of rarer
 * regions. Collation is the root's in every locale. Of the alternative names of a time zone only the commonest are resolved.
 */
declare namespace Intl {
  function getCanonicalLocales(locale?: string | readonly string[]): string[];
  function supportedValuesOf(key: 'calendar' | 'collation' | 'currency' | 'numberingSystem' | 'timeZone' | 'unit'): string[];
}
