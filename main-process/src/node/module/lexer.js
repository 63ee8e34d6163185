'use strict';

// Finds the names that a CommonJS module will export without running it, as Node does before it links an import.
// What is seen: `exports.x =`, `module.exports.x =`, `Object.defineProperty(exports, 'x'`, `module.exports = { x, y: … }`,
// `module.exports = require('…')`, and the re-exports that TypeScript and Babel write.

const NAME = String.raw`[\w$\u0080-\uffff]+`;
const EXPORTS = String.raw`(?:module\s*\.\s*)?exports`;
const ASSIGNED = new RegExp(String.raw`\b${EXPORTS}\s*\.\s*(${NAME})\s*=(?!=)`, 'g');
const INDEXED = new RegExp(String.raw`\b${EXPORTS}\s*\[\s*(['"])([^'"\\]+)\1\s*\]\s*=(?!=)`, 'g');
const DEFINED = new RegExp(String.raw`\bObject\s*\.\s*defineProperty\s*\(\s*${EXPORTS}\s*,\s*(['"])([^'"\\]+)\1`, 'g');
const WHOLE = /\bmodule\s*\.\s*exports\s*=\s*\{/g;
const REEXPORT = /\bmodule\s*\.\s*exports\s*=\s*require\s*\(\s*(['"])([^'"\\]+)\1\s*\)/g;
const STAR = /\b(?:__exportStar|__export|tslib(?:_\d+)?\.__exportStar)\s*\(\s*require\s*\(\s*(['"])([^'"\\]+)\1\s*\)/g;

/** The text with comments blanked, so that what they mention is not seen. */
function withoutComments(source) {
  return source.replace(/"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|\/\*[^]*?\*\/|\/\/[^\n]*/g, (part) => (part[0] === '/' ? ' ' : part));
}

/** Names of an object literal that starts at `from`, up to the first thing that is no plain property. */
function literal(text, from, found, requests) {
  const property = new RegExp(String.raw`\s*(?:(\.\.\.)\s*require\s*\(\s*(['"])([^'"\\]+)\2\s*\)|(${NAME})|(['"])([^'"\\]+)\5)\s*`, 'y');
  let at = from;
  for (;;) {
    property.lastIndex = at;
    const match = property.exec(text);
    if (match === null) return;
    at = property.lastIndex;
    if (match[1]) requests.push(match[3]);
    else found.add(match[4] ?? match[6]);
    if (text[at] === ':') at = skipValue(text, at + 1);
    if (text[at] !== ',') return;
    at++;
  }
}

/** The end of a property's value: the comma or brace at its own depth. */
function skipValue(text, from) {
  let depth = 0;
  for (let at = from; at < text.length; at++) {
    const character = text[at];
    if (character === '"' || character === "'" || character === '`') at = skipString(text, at);
    else if ('([{'.includes(character)) depth++;
    else if (')]}'.includes(character) && depth-- === 0) return at;
    else if (character === ',' && depth === 0) return at;
  }
  return text.length;
}

function skipString(text, from) {
  for (let at = from + 1; at < text.length; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === text[from]) return at;
  }
  return text.length;
}

function scan(source) {
  const text = withoutComments(source);
  const names = new Set();
  const requests = [];
  for (const match of text.matchAll(ASSIGNED)) names.add(match[1]);
  for (const match of text.matchAll(INDEXED)) names.add(match[2]);
  for (const match of text.matchAll(DEFINED)) names.add(match[2]);
  for (const match of text.matchAll(WHOLE)) literal(text, match.index + match[0].length, names, requests);
  for (const match of text.matchAll(REEXPORT)) requests.push(match[2]);
  for (const match of text.matchAll(STAR)) requests.push(match[2]);
  return { names, requests };
}

/** All names that `file` exports, following re-exports; `read` gives text, `resolve` a file or undefined. */
function exportsOf(file, read, resolve, seen = new Set()) {
  seen.add(file);
  if (file.endsWith('.json') || file.endsWith('.node')) return new Set();
  const { names, requests } = scan(read(file));
  for (const request of requests) {
    const target = resolve(request, file);
    if (target === undefined || seen.has(target) || !/[/\\]/.test(target)) continue;
    for (const name of exportsOf(target, read, resolve, seen)) names.add(name);
  }
  return names;
}

module.exports = { exportsOf, scan };
