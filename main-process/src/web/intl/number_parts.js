'use strict';

const { roundBy, shift, split } = require('./decimal');
const { rulesOf } = require('./plurals');

const part = (type, value) => ({ type, value });

// The number and how far its point was moved: in scientific and compact notation what is shown is not the number itself.
function scale(decimal, settings, data) {
  if (decimal.special || settings.notation === 'standard' || !decimal.digits && settings.notation === 'compact') {
    return { ...roundBy(decimal, settings), moved: 0 };
  }
  const steps = settings.notation === 'compact' ? data.numbers.compact[settings.compactDisplay] : undefined;
  const movedAt = (magnitude) => {
    if (settings.notation === 'scientific') return magnitude;
    if (settings.notation === 'engineering') return Math.floor(magnitude / 3) * 3;
    const step = steps[Math.min(magnitude, steps.length - 1)];
    return magnitude > 0 && step ? step[0] : 0;
  };
  const magnitude = decimal.digits ? decimal.point - 1 : 0;
  const moved = movedAt(magnitude);
  const rounded = roundBy(shift(decimal, -moved), settings);
  // Rounding up may have brought it to the next step: 999,999 is 1M.
  const after = rounded.decimal.digits ? rounded.decimal.point - 1 + moved : magnitude;
  if (after > magnitude && movedAt(after) !== moved) {
    const next = movedAt(after);
    return { ...roundBy(shift(decimal, -next), settings), moved: next };
  }
  return { ...rounded, moved };
}

function groups(integer, grouping, symbol, out) {
  const least = grouping === 'min2' ? 5 : 4;
  if (!grouping || integer.length < least) {
    out.push(part('integer', integer));
    return;
  }
  for (let at = 0, next = integer.length % 3 || 3; at < integer.length; at = next, next += 3) {
    if (at > 0) out.push(part('group', symbol));
    out.push(part('integer', integer.slice(at, next)));
  }
}

function exponent(moved, symbols, out) {
  out.push(part('exponentSeparator', symbols.exponential));
  if (moved < 0) out.push(part('exponentMinusSign', symbols.minusSign));
  out.push(part('exponentInteger', String(Math.abs(moved))));
}

function compactSuffix(moved, settings, data, out) {
  const steps = data.numbers.compact[settings.style === 'currency' && settings.display !== 'name' ? 'short' : settings.compactDisplay];
  const suffix = steps.find((step) => step && step[0] === moved)?.[1];
  if (!suffix) return;
  const text = suffix.trimStart();
  if (text !== suffix) out.push(part('literal', suffix.slice(0, suffix.length - text.length)));
  out.push(part('compact', text));
}

// The digits without sign and unit, and what plural they take.
function body(decimal, settings, data, locale) {
  const { symbols } = data.numbers;
  if (decimal.special) {
    const value = decimal.special === 'nan' ? symbols.nan : symbols.infinity;
    return { parts: [part(decimal.special, value)], plural: 'other', zero: false };
  }
  const scaled = scale(decimal, settings, data);
  const { integer, fraction: digits } = split(scaled.decimal, settings.minI, scaled.minimumFraction);
  const fraction = settings.trailing === 'stripIfInteger' && !/[1-9]/.test(digits) ? '' : digits;
  const parts = [];
  groups(integer, settings.grouping, symbols.group, parts);
  if (fraction) parts.push(part('decimal', symbols.decimal), part('fraction', fraction));
  if (settings.notation === 'compact') compactSuffix(scaled.moved, settings, data, parts);
  else if (settings.notation !== 'standard') exponent(scaled.moved, symbols, parts);
  const plural = scaled.moved ? 'other' : rulesOf(locale).cardinal(integer, fraction);
  return { parts, plural, zero: !scaled.decimal.digits };
}

// '-', '+' or nothing.
function signOf(decimal, zero, display) {
  const { negative } = decimal;
  const nothing = zero || decimal.special === 'nan';
  switch (display) {
    case 'never': return '';
    case 'always': return negative ? '-' : '+';
    case 'exceptZero': return nothing ? '' : negative ? '-' : '+';
    case 'negative': return negative && !nothing ? '-' : '';
    default: return negative ? '-' : '';
  }
}

function around(pattern, type, inner) {
  const [before, after] = pattern.split('{0}');
  const parts = [];
  if (before) parts.push(part(type, before.trimEnd()), ...space(before.slice(before.trimEnd().length)));
  parts.push(...inner);
  if (after) parts.push(...space(after.slice(0, after.length - after.trimStart().length)), part(type, after.trimStart()));
  return parts;
}

const space = (text) => (text ? [part('literal', text)] : []);

function unitPattern(settings, plural, data) {
  const index = plural === 'one' ? 0 : 1;
  const width = settings.unitDisplay;
  const whole = data.units[settings.unit]?.[width];
  if (whole) return whole[index];
  const [numerator, denominator] = settings.unit.split('-per-');
  const upper = data.units[numerator][width][index];
  const lower = data.units[denominator][width];
  if (lower[2]) return lower[2].replace('{0}', () => upper);
  const name = lower[0].replace('{0}', '').trim();
  return data.per[width].replace('{0}', () => upper).replace('{1}', () => name);
}

function currencyMark(settings, data) {
  const entry = data.currencies[settings.currency];
  if (settings.display === 'code') return settings.currency;
  const symbol = entry?.[3] ?? settings.currency;
  return settings.display === 'narrowSymbol' ? entry?.[4] ?? symbol : symbol;
}

function withCurrency(settings, data, sign, inner) {
  const mark = currencyMark(settings, data);
  const parts = [part('currency', mark)];
  if (/\p{L}$/u.test(mark) && inner[0].type === 'integer') parts.push(part('literal', '\u00a0'));
  parts.push(...inner);
  if (settings.sign === 'accounting' && sign === '-') return [part('literal', '('), ...parts, part('literal', ')')];
  return [...signParts(sign, data), ...parts];
}

function signParts(sign, data) {
  if (!sign) return [];
  const { symbols } = data.numbers;
  return [sign === '-' ? part('minusSign', symbols.minusSign) : part('plusSign', symbols.plusSign)];
}

function formatDecimal(value, settings, data, locale) {
  const decimal = settings.style === 'percent' ? shift(value, 2) : value;
  const { parts, plural, zero } = body(decimal, settings, data, locale);
  const sign = signOf(decimal, zero, settings.signDisplay);
  if (settings.style === 'currency' && settings.display !== 'name') return withCurrency(settings, data, sign, parts);
  const signed = [...signParts(sign, data), ...parts];
  switch (settings.style) {
    case 'currency': {
      const names = data.currencies[settings.currency] ?? [settings.currency, settings.currency, settings.currency];
      return around(`{0} ${names[plural === 'one' ? 1 : 2]}`, 'currency', signed);
    }
    case 'unit': {
      const type = settings.unit === 'percent' ? 'percentSign' : 'unit';
      return around(unitPattern(settings, plural, data), settings.unitDisplay === 'long' ? 'unit' : type, signed);
    }
    case 'percent': return [...signed, part('percentSign', data.numbers.symbols.percentSign)];
    default: return signed;
  }
}

const textOf = (parts) => {
  let text = '';
  for (const { value } of parts) text += value;
  return text;
};

module.exports = { formatDecimal, textOf };
