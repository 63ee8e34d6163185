'use strict';

const { platform } = require('internal/platform');
const { validateString } = require('internal/validators');

const IGNORES_CASE = platform === 'win32' || platform === 'darwin';

const CLASSES = {
  '[:alnum:]': '\\p{L}\\p{Nl}\\p{Nd}',
  '[:alpha:]': '\\p{L}\\p{Nl}',
  '[:ascii:]': '\\x00-\\x7f',
  '[:blank:]': '\\p{Zs}\\t',
  '[:cntrl:]': '\\p{Cc}',
  '[:digit:]': '\\p{Nd}',
  '[:graph:]': '\\p{L}\\p{N}\\p{P}\\p{S}',
  '[:lower:]': '\\p{Ll}',
  '[:print:]': '\\P{C}',
  '[:punct:]': '\\p{P}',
  '[:space:]': '\\p{Z}\\t\\r\\n\\v\\f',
  '[:upper:]': '\\p{Lu}',
  '[:word:]': '\\p{L}\\p{Nl}\\p{Nd}\\p{Pc}',
  '[:xdigit:]': 'A-Fa-f0-9',
};

const quote = (text) => text.replace(/[-[\]{}()*+?.,\\^$|#\s/]/g, (character) => {
  return /[\s#,-]/.test(character) ? `\\x${character.charCodeAt(0).toString(16).padStart(2, '0')}` : `\\${character}`;
});

// The matching bracket of `open` at `start`, or -1.
const closing = (text, start, open, close) => {
  let depth = 0;
  for (let index = start; index < text.length; index++) {
    const character = text[index];
    if (character === open) depth++;
    else if (character === close && --depth === 0) return index;
  }
  return -1;
};

// Splits at `separator` outside brackets.
const splitTop = (text, separator, open, close) => {
  const parts = [];
  let depth = 0;
  let start = 0;
  for (let index = 0; index < text.length; index++) {
    const character = text[index];
    if (character === open) depth++;
    else if (character === close) depth--;
    else if (character === separator && depth === 0) {
      parts.push(text.slice(start, index));
      start = index + 1;
    }
  }
  return [...parts, text.slice(start)];
};

const sequence = (body) => {
  const found = /^(?:(-?\d+)\.\.(-?\d+)|([a-zA-Z])\.\.([a-zA-Z]))(?:\.\.(-?\d+))?$/.exec(body);
  if (found === null) return null;
  const letters = found[3] !== undefined;
  const [from, to] = letters ? [found[3].charCodeAt(0), found[4].charCodeAt(0)] : [+found[1], +found[2]];
  const step = Math.max(Math.abs(+(found[5] ?? 1)), 1);
  const padded = !letters && [found[1], found[2]].some((number) => /^-?0\d/.test(number));
  const width = padded ? Math.max(found[1].length, found[2].length) : 0;
  const items = [];
  for (let value = from; from <= to ? value <= to : value >= to; value += from <= to ? step : -step) {
    const digits = `${Math.abs(value)}`.padStart(width - (value < 0 ? 1 : 0), '0');
    items.push(letters ? String.fromCharCode(value) : `${value < 0 ? '-' : ''}${digits}`);
  }
  return items;
};

// `a{b,c}{1..3}` written out.
const expandBraces = (pattern) => {
  for (let start = pattern.indexOf('{'); start >= 0; start = pattern.indexOf('{', start + 1)) {
    if (pattern[start - 1] === '$') continue;
    const end = closing(pattern, start, '{', '}');
    if (end < 0) continue;
    const body = pattern.slice(start + 1, end);
    const parts = splitTop(body, ',', '{', '}');
    const items = parts.length > 1 ? parts.flatMap((part) => expandBraces(part)) : sequence(body);
    if (items === null) continue;
    const after = expandBraces(pattern.slice(end + 1));
    return items.flatMap((item) => after.map((rest) => pattern.slice(0, start) + item + rest));
  }
  return [pattern];
};

// A bracket expression: `{ source, end }`, or null when it is just a bracket.
const bracket = (text, start) => {
  let index = start + 1;
  const negated = text[index] === '!' || text[index] === '^';
  if (negated) index++;
  let source = '';
  for (let first = true; index < text.length; first = false) {
    const character = text[index];
    if (character === ']' && !first) {
      return { source: source === '' ? '' : `[${negated ? '^' : ''}${source}]`, end: index + 1 };
    }
    const named = character === '[' && Object.keys(CLASSES).find((name) => text.startsWith(name, index));
    if (named) {
      source += CLASSES[named];
      index += named.length;
      continue;
    }
    const low = text[index++];
    if (low === undefined) return null;
    if (text[index] === '-' && text[index + 1] !== undefined && text[index + 1] !== ']') {
      const high = text[index + 1];
      if (low <= high) source += `${quote(low)}-${quote(high)}`;
      index += 2;
    } else {
      source += quote(low);
    }
  }
  return null;
};

// `!(a|b)` and its kin, given the sources of the alternatives and of what comes after.
const group = (kind, alternatives, rest) => {
  const any = `(?:${alternatives.join('|')})`;
  if (kind === '!') return `(?:(?!${any}${rest}$)[^/]*?)`;
  return kind === '@' ? any : `${any}${kind}`;
};

const sourceOf = (text) => {
  for (let index = 0; index < text.length; index++) {
    const character = text[index];
    const before = () => quote(text.slice(0, index));
    const end = '!?+*@'.includes(character) && text[index + 1] === '(' ? closing(text, index + 1, '(', ')') : -1;
    if (end >= 0) {
      const rest = sourceOf(text.slice(end + 1));
      const inner = splitTop(text.slice(index + 2, end), '|', '(', ')').map((part) => sourceOf(part));
      return before() + group(character, inner, rest) + rest;
    }
    if (character === '*' || character === '?') {
      let next = index + 1;
      if (character === '*') while (text[next] === '*' && text[next + 1] !== '(') next++;
      return before() + (character === '*' ? '[^/]*?' : '[^/]') + sourceOf(text.slice(next));
    }
    const found = character === '[' ? bracket(text, index) : null;
    if (found) return before() + (found.source || '$.') + sourceOf(text.slice(found.end));
  }
  return quote(text);
};

const MAGIC = /[*?[]|[!+@]\(/;

// A function that says whether a path segment matches. Wildcards take neither nothing nor a leading dot, and never '..'.
const segmentMatcher = (text) => {
  if (!MAGIC.test(text)) return (segment) => segment === text;
  const expression = new RegExp(`^${sourceOf(text)}$`, IGNORES_CASE ? 'uis' : 'us');
  const guarded = /^(?:[*?](?!\()|\[|!\()/.test(text);
  const wild = /[*?](?!\()|\[/.test(text);
  return (segment) => {
    if (guarded && segment[0] === '.') return false;
    if (wild && (segment === '' || segment === '.' || segment === '..')) return false;
    return expression.test(segment);
  };
};

const GLOBSTAR = Symbol('**');

const matches = (segments, at, pattern, from) => {
  for (; from < pattern.length; from++, at++) {
    if (pattern[from] === GLOBSTAR) return matchesRest(segments, at, pattern, from);
    if (at >= segments.length || !pattern[from](segments[at])) return false;
  }
  return at === segments.length || (at === segments.length - 1 && segments[at] === '');
};

// `**` takes any number of segments, none of them hidden.
const matchesRest = (segments, at, pattern, from) => {
  if (from === pattern.length - 1) return at < segments.length && segments.slice(at).every((segment) => segment[0] !== '.');
  for (let index = at; index <= segments.length; index++) {
    if (matches(segments, index, pattern, from + 1)) return true;
    if (index < segments.length && segments[index][0] === '.') return false;
  }
  return false;
};

// Without '.' inside, and with '..' resolved where that needs no knowledge of what it leaves.
const simplify = (segments) => {
  const kept = [];
  for (let index = 0; index < segments.length; index++) {
    const segment = segments[index];
    const last = kept[kept.length - 1];
    if (segment === '.' && index > 0 && index < segments.length - 1) continue;
    const resolves = segment === '..' && kept.length > 0 && !['', '.', '..', '**'].includes(last);
    if (resolves) kept.pop();
    else if (!(segment === '**' && last === '**')) kept.push(segment);
  }
  return kept.length > 0 ? kept : [''];
};

const split = (text, windows) => simplify(text.split(windows ? /[\\/]+/ : /\/+/));

const matchesGlob = (path, pattern, windows) => {
  validateString(path, 'path');
  validateString(pattern, 'pattern');
  if (pattern === '') return path === '';
  const segments = split(path, windows);
  // There is no escaping: a backslash separates, as Node has it on every system.
  return expandBraces(pattern.replaceAll('\\', '/')).some((one) => {
    const parts = split(one, false).map((part) => (part === '**' ? GLOBSTAR : segmentMatcher(part)));
    return matches(segments, 0, parts, 0);
  });
};

module.exports = { matchesGlob };
