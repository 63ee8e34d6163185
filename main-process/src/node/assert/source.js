'use strict';

function callSite(fn) {
  const { prepareStackTrace, stackTraceLimit } = Error;
  Error.prepareStackTrace = (error, sites) => sites;
  Error.stackTraceLimit = 1;
  try {
    const holder = {};
    Error.captureStackTrace(holder, fn);
    return Array.isArray(holder.stack) ? holder.stack[0] : undefined;
  } finally {
    Error.prepareStackTrace = prepareStackTrace;
    Error.stackTraceLimit = stackTraceLimit;
  }
}

const files = new Map();
function textOf(file) {
  if (files.has(file)) return files.get(file);
  let text;
  try {
    const path = file.startsWith('file://') ? require('node/url').fileURLToPath(file) : file;
    text = require('node/fs').readFileSync(path, 'utf8');
  } catch {
    // No source, no excerpt: the message says the values then.
  }
  files.set(file, text);
  return text;
}

function offsetOf(text, line, column) {
  let at = 0;
  for (let i = 1; i < line; i++) {
    at = text.indexOf('\n', at) + 1;
    if (at === 0) return -1;
  }
  return at + unitsIn(text, at, column - 1);
}

/** How many code units the first `bytes` bytes of a line's UTF-8 are: the engine counts columns in bytes. */
function unitsIn(text, from, bytes) {
  let left = bytes;
  let at = from;
  while (left > 0 && at < text.length) {
    const code = text.codePointAt(at);
    left -= code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    at += code > 0xffff ? 2 : 1;
  }
  return at - from;
}

/** Where a string, template or comment that starts at `at` ends; `at` itself if none does. */
function skipToken(text, at) {
  const char = text[at];
  if (char === '/' && text[at + 1] === '/') {
    const end = text.indexOf('\n', at);
    return end === -1 ? text.length : end;
  }
  if (char === '/' && text[at + 1] === '*') return text.indexOf('*/', at) + 2;
  if (char === "'" || char === '"' || char === '`') return skipQuoted(text, at);
  if (char === '/' && /[(,=:[!&|?{};+\-*%~^<>]\s*$/.test(text.slice(Math.max(0, at - 40), at))) return skipRegExp(text, at);
  return at;
}

function skipQuoted(text, at) {
  const mark = text[at];
  let i = at + 1;
  while (i < text.length && text[i] !== mark) {
    if (text[i] === '\\') i++;
    else if (mark === '`' && text[i] === '$' && text[i + 1] === '{') i = closing(text, i + 1);
    i++;
  }
  return i + 1;
}

function skipRegExp(text, at) {
  let inClass = false;
  for (let i = at + 1; i < text.length && text[i] !== '\n'; i++) {
    if (text[i] === '\\') i++;
    else if (text[i] === '[') inClass = true;
    else if (text[i] === ']') inClass = false;
    else if (text[i] === '/' && !inClass) return i + 1;
  }
  return at + 1;
}

/** The index of the bracket that closes the one at `at`. */
function closing(text, at) {
  let depth = 0;
  let i = at;
  while (i < text.length) {
    const next = skipToken(text, i);
    if (next > i) {
      i = next;
      continue;
    }
    if ('([{'.includes(text[i])) depth++;
    else if (')]}'.includes(text[i]) && --depth === 0) return i;
    i++;
  }
  return -1;
}

/** The brackets that are open at `target`, outermost first. */
function openBrackets(text, target) {
  const open = [];
  let i = 0;
  while (i < target) {
    const next = skipToken(text, i);
    if (next > target) break;
    if (next > i) {
      i = next;
      continue;
    }
    if ('([{'.includes(text[i])) open.push(i);
    else if (')]}'.includes(text[i])) open.pop();
    i++;
  }
  return open;
}

const CALLEE = /(?:[\p{ID_Continue}$]+|\(\s*[\p{ID_Continue}$.]+\s*\))(?:\s*\??\.\s*[\p{ID_Continue}$]+|\[[^\][]*\])*\s*$/u;
const LIKELY = /(?:^|[^\w$])(?:assert|ok|strict)(?:$|[^\w$])/;

/** The call whose parenthesis opens at `open`; undefined if that is no call. */
function callAt(text, open) {
  const lineStart = text.lastIndexOf('\n', open - 1) + 1;
  const callee = CALLEE.exec(text.slice(Math.max(lineStart, open - 200), open));
  const end = closing(text, open);
  if (callee === null || end === -1) return undefined;
  const start = open - callee[0].length;
  return { callee: callee[0], start, code: text.slice(start, end + 1) };
}

/** Where the argument list starts of a callee that `at` lies in. */
function listAfter(text, at) {
  const rest = /^[\p{ID_Continue}$.?\s\])'"]*\(/u.exec(text.slice(at, at + 200));
  return rest === null ? -1 : at + rest[0].length - 1;
}

/**
 * The call that failed. Engines point somewhere into it: at its callee, or at the last thing evaluated before it, so
 * that the calls around are candidates as well, up to the function they are in.
 */
function callAround(text, at) {
  const candidates = [];
  const own = listAfter(text, at);
  if (own !== -1) candidates.push(own);
  const open = openBrackets(text, at);
  while (open.length > 0 && text[open[open.length - 1]] !== '{') {
    const bracket = open.pop();
    if (text[bracket] === '(') candidates.push(bracket);
  }
  const calls = candidates.map((bracket) => callAt(text, bracket)).filter(Boolean);
  return calls.find(({ callee }) => LIKELY.test(callee)) ?? calls[0];
}

/** All lines but the first start where the first does. */
function unindent(code, column) {
  const lines = code.split('\n');
  return lines.map((line, i) => {
    if (i === 0) return line;
    let pos = 0;
    while (pos < column && (line[pos] === ' ' || line[pos] === '\t')) pos++;
    return `  ${line.slice(pos)}`;
  }).join('\n');
}

const CONTROL = /[\x00-\x08\x0b\x0c\x0e-\x1f]/g;
const escaped = (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** The message with the expression of a failed `assert(...)`, if its source can be read. */
function falsyExpression(fn) {
  const site = callSite(fn);
  const file = site?.getFileName();
  const line = site?.getLineNumber();
  const column = site?.getColumnNumber();
  if (typeof file !== 'string' || !(line > 0) || !(column > 0) || /^(?:node|kaon):/.test(file)) return undefined;
  const text = textOf(file);
  if (text === undefined) return undefined;
  const at = offsetOf(text, line, column);
  const call = at < 0 ? undefined : callAround(text, at);
  if (call === undefined) return undefined;
  const indentation = call.start - text.lastIndexOf('\n', call.start - 1) - 1;
  const shown = unindent(call.code, indentation).replace(CONTROL, escaped);
  return `The expression evaluated to a falsy value:\n\n  ${shown}\n`;
}

module.exports = { falsyExpression };
