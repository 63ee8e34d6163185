'use strict';

// What the engine says, and V8 instead: programs compare texts, and people search for them. Only texts are here that
// nobody else would write; those that would need a name the engine does not tell stay as they are.
const TEXTS = new Map([
  ['circular reference', 'Converting circular structure to JSON'],
  ['circular prototype chain', 'Cyclic __proto__ value'],
  ['invalid array length', 'Invalid array length'],
  ['cannot convert symbol to string', 'Cannot convert a Symbol value to a string'],
  ['cannot convert symbol to number', 'Cannot convert a Symbol value to a number'],
  ['cannot convert bigint to number', 'Cannot convert a BigInt value to a number'],
  ['cannot convert BigInt to number', 'Cannot mix BigInt and other types, use explicit conversions'],
  ['expecting hex digit', 'URI malformed'],
  ["invalid 'instanceof' right operand", "Right-hand side of 'instanceof' is not callable"],
  ['object prototype may only be an Object or null', 'Object prototype may only be an Object or null'],
]);

const ENGINE_CLASSES = new Set([TypeError.prototype, RangeError.prototype, ReferenceError.prototype, URIError.prototype]);

const ACCESS = /^cannot (read|set) property '([^]*)' of (undefined|null)$/;
const EARLY = /^(.+) is not initialized$/;

function reworded(text) {
  const known = TEXTS.get(text);
  if (known !== undefined) return known;
  if (text.startsWith('cannot ')) {
    const found = ACCESS.exec(text);
    if (found === null) return undefined;
    const [, verb, name, what] = found;
    if (name === 'Symbol.iterator') return `${what} is not iterable`;
    return `Cannot ${verb} properties of ${what} (${verb === 'read' ? 'reading' : 'setting'} '${name}')`;
  }
  if (text.endsWith(' is not initialized')) return `Cannot access '${EARLY.exec(text)[1]}' before initialization`;
  return undefined;
}

/** To be called with each new error. */
function reword(error) {
  if (!ENGINE_CLASSES.has(Object.getPrototypeOf(error))) return;
  const { message } = error;
  if (typeof message !== 'string') return;
  const better = reworded(message);
  if (better !== undefined) error.message = better;
}

module.exports = { reword };
