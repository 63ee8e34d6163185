'use strict';

const { BUILT_IN } = require('./names');
const { formatProperty } = require('./property');
const { OBJECT } = require('./layout');

function isBuiltIn(object) {
  const constructor = Object.getOwnPropertyDescriptor(object, 'constructor')?.value;
  return typeof constructor === 'function' && BUILT_IN.has(constructor.name);
}

/** What `showHidden` shows of up to three prototypes: their properties that are no methods. */
function addPrototypeProperties(context, main, from, recurseTimes, output) {
  const known = new Set();
  let object = from;
  let keys = [];
  for (let depth = 0; depth < 3; depth++) {
    if (depth !== 0 || main === object) {
      object = Object.getPrototypeOf(object);
      if (object === null || isBuiltIn(object)) return;
    }
    for (const key of keys) known.add(key);
    keys = Reflect.ownKeys(object);
    context.seen.push(main);
    for (const key of keys) {
      if (key === 'constructor' || Object.hasOwn(main, key) || (depth !== 0 && known.has(key))) continue;
      const descriptor = Object.getOwnPropertyDescriptor(object, key);
      if (typeof descriptor.value === 'function') continue;
      const text = formatProperty(context, object, recurseTimes, key, OBJECT, descriptor, main);
      output.push(context.colors ? `\u001b[2m${text}\u001b[22m` : text);
    }
    context.seen.pop();
  }
}

module.exports = { addPrototypeProperties };
