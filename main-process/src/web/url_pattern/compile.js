'use strict';

const { parse, escapeRegExp, escapePattern, segmentOf, NAME_PART } = require('./parse');

function sourceOf({ type, value, prefix, suffix, modifier }) {
  if (type === 'fixed') return modifier === '' ? escapeRegExp(value) : `(?:${escapeRegExp(value)})${modifier}`;
  const repeats = modifier === '*' || modifier === '+';
  if (prefix === '' && suffix === '') return repeats ? `((?:${value})${modifier})` : `(${value})${modifier}`;
  const [before, after] = [escapeRegExp(prefix), escapeRegExp(suffix)];
  if (!repeats) return `(?:${before}(${value})${after})${modifier}`;
  return `(?:${before}((?:${value})(?:${after}${before}(?:${value}))*)${after})${modifier === '*' ? '?' : ''}`;
}

const isNumber = (name) => /^\d/.test(name);
const startsAsName = (text) => text !== '' && NAME_PART.test([...text][0]);

/** Whether a part has to be written in braces, so that its neighbours do not run into it. */
function isGrouped(part, previous, next, options) {
  const { prefix, suffix, type, modifier, name } = part;
  if (suffix !== '' || (prefix !== '' && prefix !== options.prefix)) return true;
  if (!isNumber(name) && type === 'segment' && modifier === '' && next !== undefined && !next.prefix && !next.suffix) {
    if (next.type === 'fixed' ? startsAsName(next.value) : isNumber(next.name)) return true;
  }
  return prefix === '' && options.prefix !== '' && previous?.type === 'fixed' && previous.value.at(-1) === options.prefix;
}

function matcherText(part, previous, grouped, options) {
  const named = !isNumber(part.name);
  if (part.type === 'regexp') return `(${part.value})`;
  if (part.type === 'segment') return named ? '' : `(${segmentOf(options)})`;
  const free = previous === undefined || previous.type === 'fixed' || previous.modifier !== '' || grouped || part.prefix !== '';
  return !named && free ? '*' : '(.*)';
}

/** A part as its author could have written it. */
function textOf(part, previous, next, options) {
  const { type, value, prefix, suffix, modifier, name } = part;
  if (type === 'fixed') return modifier === '' ? escapePattern(value) : `{${escapePattern(value)}}${modifier}`;
  const named = !isNumber(name);
  const grouped = isGrouped(part, previous, next, options);
  let text = escapePattern(prefix) + (named ? `:${name}` : '') + matcherText(part, previous, grouped, options);
  if (type === 'segment' && named && startsAsName(suffix)) text += '\\';
  text += escapePattern(suffix);
  return (grouped ? `{${text}}` : text) + modifier;
}

/** One component of a URL's pattern. */
function compile(text, encode, options) {
  const parts = parse(text, options, encode);
  const groups = parts.filter((part) => part.type !== 'fixed');
  const source = `^${parts.map(sourceOf).join('')}$`;
  let regexp;
  try {
    regexp = new RegExp(source, options.ignoreCase ? 'vi' : 'v');
  } catch {
    throw new TypeError(`Invalid regular expression in pattern: ${text}`);
  }
  return {
    regexp,
    names: groups.map((part) => part.name),
    text: parts.map((part, index) => textOf(part, parts[index - 1], parts[index + 1], options)).join(''),
    hasRegExp: groups.some((part) => part.type === 'regexp'),
  };
}

module.exports = { compile };
