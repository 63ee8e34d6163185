'use strict';

const { formatDecimal, textOf } = require('./number_parts');

const mark = (parts, source) => parts.map(({ type, value }) => ({ type, value, source }));
const OF_NUMBER = new Set(['integer', 'group', 'decimal', 'fraction', 'exponentSeparator', 'exponentInteger',
  'exponentMinusSign', 'infinity', 'nan']);
const DIGITS = new Set(['integer', 'fraction']);

// How many parts at either end belong to the unit and stand in both.
function sharedEnds(first, second) {
  const same = (left, right) => left && right && left.type === right.type && left.value === right.value;
  let before = 0;
  while (!OF_NUMBER.has(first[before].type) && same(first[before], second[before])) before++;
  let after = 0;
  const other = (parts, at) => parts[parts.length - 1 - at];
  while (!OF_NUMBER.has(other(first, after).type) && same(other(first, after), other(second, after))) after++;
  return { before, after };
}

function approximately(parts, data) {
  const sign = { type: 'approximatelySign', value: data.numbers.symbols.approximatelySign };
  return mark([sign, ...parts], 'shared');
}

// A single sign, as '$' or '%', is written at both numbers; what is longer only once.
function collapsed(first, second, settings) {
  const ends = sharedEnds(first, second);
  const ofUnit = [...first.slice(0, ends.before), ...first.slice(first.length - ends.after)];
  const long = ofUnit.reduce((sum, { value }) => sum + value.length, 0) > 1;
  const spelt = settings.style === 'unit' && settings.unit !== 'percent';
  if (!long && !spelt) return { before: 0, after: 0 };
  // A sign is shared with a symbol, as in -$1–2, but not with a unit that is spelt behind the number.
  return spelt || settings.display === 'name' ? { ...ends, before: 0 } : ends;
}

function formatRange(start, end, settings, data, locale) {
  const first = formatDecimal(start, settings, data, locale);
  const second = formatDecimal(end, settings, data, locale);
  if (textOf(first) === textOf(second)) return approximately(first, data);
  if (settings.style === 'unit' || settings.style === 'currency' && settings.display === 'name') {
    // The unit's plural is that of the end.
    const wordOf = (parts) => parts.findIndex(({ type }) => type === 'unit' || type === 'currency');
    const [from, to] = [wordOf(first), wordOf(second)];
    if (from > 0 && to > 0) first[from] = second[to];
  }
  const { before, after } = collapsed(first, second, settings);
  const bare = (parts) => DIGITS.has(parts[before].type) && DIGITS.has(parts[parts.length - after - 1].type);
  const tight = bare(first) && bare(second);
  const literal = data.numbers.range.range.replace('{0}', '').replace('{1}', '');
  return [
    ...mark(first.slice(0, before), 'shared'),
    ...mark(first.slice(before, first.length - after), 'startRange'),
    { type: 'literal', value: tight ? literal : ` ${literal} `, source: 'shared' },
    ...mark(second.slice(before, second.length - after), 'endRange'),
    ...mark(second.slice(second.length - after), 'shared'),
  ];
}

module.exports = { formatRange };
