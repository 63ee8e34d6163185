'use strict';

const { coerceOptions, getOption, getNumber, checkNumber } = require('./options');

const OWNER = 'Intl.NumberFormat';
const INCREMENTS = [1, 2, 5, 10, 20, 25, 50, 100, 200, 250, 500, 1000, 2000, 2500, 5000];
const MODES = ['ceil', 'floor', 'expand', 'trunc', 'halfCeil', 'halfFloor', 'halfExpand', 'halfTrunc', 'halfEven'];

function readDigits(options, minDefault, maxDefault, notation, owner = OWNER) {
  const settings = { minI: getNumber(options, 'minimumIntegerDigits', 1, 21, 1) };
  const given = {
    minF: options.minimumFractionDigits, maxF: options.maximumFractionDigits,
    minS: options.minimumSignificantDigits, maxS: options.maximumSignificantDigits,
  };
  settings.increment = getNumber(options, 'roundingIncrement', 1, 5000, 1);
  if (!INCREMENTS.includes(settings.increment)) throw new RangeError('roundingIncrement value is out of range.');
  settings.mode = getOption(options, 'roundingMode', owner, MODES, 'halfExpand');
  settings.priority = getOption(options, 'roundingPriority', owner, ['auto', 'morePrecision', 'lessPrecision'], 'auto');
  settings.trailing = getOption(options, 'trailingZeroDisplay', owner, ['auto', 'stripIfInteger'], 'auto');
  const most = settings.increment === 1 ? maxDefault : minDefault;
  decide(settings, given, minDefault, most, notation);
  if (settings.increment !== 1) checkIncrement(settings);
  return settings;
}

function decide(settings, given, minDefault, maxDefault, notation) {
  const hasSignificant = given.minS !== undefined || given.maxS !== undefined;
  const hasFraction = given.minF !== undefined || given.maxF !== undefined;
  const auto = settings.priority === 'auto';
  const needSignificant = !auto || hasSignificant;
  const needFraction = !auto || !(hasSignificant || !hasFraction && notation === 'compact');
  if (needSignificant) {
    settings.minS = hasSignificant ? checkNumber(given.minS, 'minimumSignificantDigits', 1, 21, 1) : 1;
    settings.maxS = hasSignificant ? checkNumber(given.maxS, 'maximumSignificantDigits', settings.minS, 21, 21) : 21;
  }
  if (needFraction) readFraction(settings, given, hasFraction, minDefault, maxDefault);
  if (!needSignificant && !needFraction) {
    Object.assign(settings, { minF: 0, maxF: 0, minS: 1, maxS: 2, rounding: 'morePrecision' });
  } else if (!auto) settings.rounding = settings.priority;
  else settings.rounding = hasSignificant ? 'significant' : 'fraction';
}

function readFraction(settings, given, hasFraction, minDefault, maxDefault) {
  if (!hasFraction) {
    settings.minF = minDefault;
    settings.maxF = maxDefault;
    return;
  }
  let minimum = checkNumber(given.minF, 'minimumFractionDigits', 0, 100, undefined);
  let maximum = checkNumber(given.maxF, 'maximumFractionDigits', 0, 100, undefined);
  if (minimum === undefined) minimum = Math.min(minDefault, maximum);
  else if (maximum === undefined) maximum = Math.max(maxDefault, minimum);
  else if (minimum > maximum) throw new RangeError('maximumFractionDigits value is out of range.');
  settings.minF = minimum;
  settings.maxF = maximum;
}

function checkIncrement(settings) {
  if (settings.rounding !== 'fraction') throw new TypeError('roundingIncrement value is invalid.');
  if (settings.minF !== settings.maxF) throw new RangeError('roundingIncrement value is out of range.');
}

function showDigits(settings, out) {
  out.minimumIntegerDigits = settings.minI;
  if (settings.minS !== undefined) {
    out.minimumSignificantDigits = settings.minS;
    out.maximumSignificantDigits = settings.maxS;
  }
  if (settings.minF !== undefined) {
    out.minimumFractionDigits = settings.minF;
    out.maximumFractionDigits = settings.maxF;
  }
}

function readUnit(options, settings, data) {
  settings.style = getOption(options, 'style', OWNER, ['decimal', 'percent', 'currency', 'unit'], 'decimal');
  const currency = getOption(options, 'currency', OWNER);
  if (currency !== undefined && !/^[A-Za-z]{3}$/.test(currency)) throw new RangeError(`Invalid currency code : ${currency}`);
  if (currency === undefined && settings.style === 'currency') throw new TypeError('Currency code is required with currency style.');
  const display = getOption(options, 'currencyDisplay', OWNER, ['code', 'symbol', 'name', 'narrowSymbol'], 'symbol');
  const sign = getOption(options, 'currencySign', OWNER, ['standard', 'accounting'], 'standard');
  const unit = getOption(options, 'unit', OWNER);
  if (unit === undefined ? settings.style === 'unit' : !isUnit(unit, data)) {
    const kind = unit === undefined ? TypeError : RangeError;
    throw new kind(`Invalid unit argument for Intl.NumberFormat() '${unit ?? ''}'`);
  }
  const unitDisplay = getOption(options, 'unitDisplay', OWNER, ['short', 'narrow', 'long'], 'short');
  if (settings.style === 'currency') Object.assign(settings, { currency: currency.toUpperCase(), display, sign });
  if (settings.style === 'unit') Object.assign(settings, { unit, unitDisplay });
}

const COMPOUND_ONLY = ['kilometer-per-hour', 'mile-per-hour', 'meter-per-second', 'liter-per-kilometer', 'mile-per-gallon'];

function unitNames(data) {
  return Object.keys(data.units).filter((name) => !COMPOUND_ONLY.includes(name));
}

function isUnit(unit, data) {
  const names = unitNames(data);
  const parts = unit.split('-per-');
  return parts.length <= 2 && parts.every((part) => names.includes(part));
}

function readSettings(given, data) {
  const options = coerceOptions(given);
  const settings = {};
  getOption(options, 'localeMatcher', OWNER, ['lookup', 'best fit']);
  const system = getOption(options, 'numberingSystem', OWNER);
  if (system !== undefined && !/^[A-Za-z0-9]{3,8}(-[A-Za-z0-9]{3,8})*$/.test(system)) {
    throw new RangeError(`Invalid numberingSystem : ${system}`);
  }
  readUnit(options, settings, data);
  settings.notation = getOption(options, 'notation', OWNER, ['standard', 'scientific', 'engineering', 'compact'], 'standard');
  const digits = settings.style === 'currency' && settings.notation === 'standard' ? data.digits[settings.currency] ?? 2 : 0;
  const most = settings.style === 'currency' && settings.notation === 'standard' ? digits : settings.style === 'percent' ? 0 : 3;
  Object.assign(settings, readDigits(options, digits, most, settings.notation));
  settings.compactDisplay = getOption(options, 'compactDisplay', OWNER, ['short', 'long'], 'short');
  settings.grouping = readGrouping(options, settings.notation === 'compact' ? 'min2' : 'auto');
  settings.signDisplay = getOption(options, 'signDisplay', OWNER, ['auto', 'never', 'always', 'exceptZero', 'negative'], 'auto');
  return settings;
}

function readGrouping(options, fallback) {
  const value = options.useGrouping;
  if (value === undefined) return fallback;
  if (value === true) return 'always';
  if (value === false || value === null || value === 0 || value === '') return false;
  const text = String(value);
  if (text === 'true' || text === 'false') return fallback;
  return getOption({ useGrouping: text }, 'useGrouping', OWNER, ['min2', 'auto', 'always'], fallback);
}

module.exports = { readSettings, readDigits, showDigits, unitNames };
