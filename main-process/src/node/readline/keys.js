'use strict';

// What terminals send for keys, as a machine that is fed one character at a time.

const ESCAPE = '\u001b';

function table(prefix, names) {
  return Object.entries(names).map(([codes, name]) => codes.split(' ').map((code) => [`${prefix}${code}`, name])).flat();
}

const ARROWS = { A: 'up', B: 'down', C: 'right', D: 'left', E: 'clear' };
const EDITS = { 1: 'home', 2: 'insert', 3: 'delete', 4: 'end', 5: 'pageup', 6: 'pagedown', 7: 'home', 8: 'end' };
const FUNCTIONS = { 11: 'f1', 12: 'f2', 13: 'f3', 14: 'f4', 15: 'f5', 17: 'f6', 18: 'f7', 19: 'f8', 20: 'f9', 21: 'f10', 23: 'f11', 24: 'f12' };
const LETTERS = { ...ARROWS, F: 'end', H: 'home', P: 'f1', Q: 'f2', R: 'f3', S: 'f4' };

const suffixed = (names, suffix) => Object.fromEntries(Object.entries(names).map(([code, name]) => [`${code}${suffix}`, name]));
const lowered = Object.fromEntries(Object.entries(ARROWS).map(([code, name]) => [code.toLowerCase(), name]));
const { 2: insert, 3: remove, 5: pageup, 6: pagedown, 7: home, 8: end } = EDITS;
const MODIFIED = { 2: insert, 3: remove, 5: pageup, 6: pagedown, 7: home, 8: end };

const NAMES = new Map([
  ...table('O', LETTERS),
  ...table('[', LETTERS),
  ...table('[', suffixed(FUNCTIONS, '~')),
  ...table('[', suffixed(EDITS, '~')),
  ...table('[[', { A: 'f1', B: 'f2', C: 'f3', D: 'f4', E: 'f5', '5~': 'pageup', '6~': 'pagedown' }),
  ['[200~', 'paste-start'], ['[201~', 'paste-end'],
]);
// These say by their letter which modifier was held.
const SHIFTED = new Map([...table('[', lowered), ...table('[', suffixed(MODIFIED, '$')), ['[Z', 'tab']]);
const CONTROLLED = new Map([...table('O', lowered), ...table('[', suffixed(MODIFIED, '^'))]);

function nameCode(key, code) {
  key.code = code;
  if (SHIFTED.has(code)) {
    key.name = SHIFTED.get(code);
    key.shift = true;
  } else if (CONTROLLED.has(code)) {
    key.name = CONTROLLED.get(code);
    key.ctrl = true;
  } else {
    key.name = NAMES.get(code) ?? 'undefined';
  }
}

const isDigit = (character) => character >= '0' && character <= '9';

/** The rest of `ESC O` and `ESC [` sequences: `code` names the key, `modifier` is what was held with it. */
function* readSequence(key, kind) {
  let code = kind;
  let modifier = 0;
  let read = '';
  const next = function* () {
    const character = yield;
    read += character;
    return character;
  };
  let character = yield* next();
  if (kind === 'O') {
    if (isDigit(character)) {
      modifier = Number(character) - 1;
      character = yield* next();
    }
    code += character;
  } else {
    if (character === '[') {
      code += character;
      character = yield* next();
    }
    let body = '';
    for (let digits = 0; isDigit(character) && digits < 3; digits++) {
      body += character;
      character = yield* next();
    }
    if (character === ';') {
      body += character;
      character = yield* next();
      if (isDigit(character)) {
        body += character;
        character = yield* next();
      }
    }
    body += character;
    [code, modifier] = split(code, body);
  }
  key.ctrl = !!(modifier & 4);
  key.meta = !!(modifier & 10);
  key.shift = !!(modifier & 1);
  nameCode(key, code);
  return read;
}

/** `1;5H` is `H` with 4, and so is `5H`; `20;5~` is `20~` with 4. */
function split(start, body) {
  const withTilde = /^(?:(\d\d?)(?:;(\d))?([~^$])|(\d{3}~))$/.exec(body);
  if (withTilde !== null) {
    if (withTilde[4] !== undefined) return [start + withTilde[4], 0];
    return [start + withTilde[1] + withTilde[3], (withTilde[2] || 1) - 1];
  }
  const withLetter = /^((\d;)?(\d))?([A-Za-z])$/.exec(body);
  if (withLetter !== null) return [start + withLetter[4], (withLetter[3] || 1) - 1];
  return [start + body, 0];
}

function nameSimple(key, character, escaped) {
  if (character === '\r') key.name = 'return';
  else if (character === '\n') key.name = 'enter';
  else if (character === '\t') key.name = 'tab';
  else if (character === '\b' || character === '\x7f') key.name = 'backspace';
  else if (character === ' ') key.name = 'space';
  else if (!escaped && character <= '\x1a') {
    key.name = String.fromCharCode(character.charCodeAt(0) + 96);
    key.ctrl = true;
  } else if (/^[0-9A-Za-z]$/.test(character)) {
    key.name = character.toLowerCase();
    key.shift = /^[A-Z]$/.test(character);
    key.meta = escaped;
    return;
  } else if (escaped) {
    key.name = character.length > 0 ? undefined : 'escape';
    key.meta = true;
    return;
  } else return;
  if (escaped) key.meta = true;
}

/** Takes characters (and '' when a while has passed after an escape) and tells `emit(text, key)` of keys. */
function* keyMachine(emit) {
  for (;;) {
    let character = yield;
    let sequence = character;
    let escaped = false;
    const key = { sequence: null, name: undefined, ctrl: false, meta: false, shift: false };
    if (character === ESCAPE) {
      escaped = true;
      sequence += (character = yield);
      if (character === ESCAPE) sequence += (character = yield);
    }
    if (escaped && (character === 'O' || character === '[')) {
      const first = character;
      sequence += yield* readSequence(key, first);
    } else if (character === ESCAPE || character === '') {
      // Nothing followed: it is the key itself.
      key.name = 'escape';
      key.meta = escaped;
    } else {
      nameSimple(key, character, escaped);
    }
    key.sequence = sequence;
    const isSingle = sequence.length === (sequence.codePointAt(0) > 0xffff ? 2 : 1);
    if (sequence.length !== 0 && (key.name !== undefined || escaped)) emit(escaped ? undefined : sequence, key);
    else if (isSingle) emit(sequence, key);
  }
}

module.exports = { keyMachine, ESCAPE };
