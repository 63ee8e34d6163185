'use strict';

const p = require('./primitives');

function malformed() {
  throw new p.errors.TypeError('An object could not be cloned.');
}

/**
 * The value that `lower` was given in the other world, made of this world's objects. What arrives may be forged.
 * @param {object} side @param {unknown} wire @param {boolean} frozen
 */
function raise(side, wire, frozen) {
  const seen = new p.Map();
  let count = 0;
  const finish = (object) => (frozen ? p.freeze(object) : object);

  function any(wire) {
    if (typeof wire !== 'object' || wire === null) return wire;
    if (!p.isArray(wire) || wire.length < 2) return malformed();
    switch (wire[0]) {
      case 'o': return fields(wire[1]);
      case 'a': return list(wire[1]);
      case 'r': return p.mapGet(seen, wire[1]) ?? malformed();
      case 'f': return finish(side.raiseFunction(wire[1]));
      case 'F': return side.ownFunction(wire[1]) ?? malformed();
      case 'p': return side.raisePromise(wire[1]);
      case 'e': return error(wire);
      case 'c': return wire[1];
      default: return malformed();
    }
  }

  function error(wire) {
    const constructor = typeof wire[1] === 'string' ? p.errors[wire[1]] : undefined;
    return new (constructor ?? p.Error)(typeof wire[2] === 'string' ? wire[2] : '');
  }

  function list(items) {
    if (!p.isArray(items)) malformed();
    const array = [];
    p.mapSet(seen, count++, array);
    for (let at = 0; at < items.length; at++) p.append(array, any(items[at]));
    return finish(array);
  }

  function fields(pairs) {
    if (!p.isArray(pairs)) malformed();
    const object = {};
    p.mapSet(seen, count++, object);
    for (let at = 0; at + 1 < pairs.length; at += 2) {
      if (typeof pairs[at] !== 'string') malformed();
      p.put(object, pairs[at], any(pairs[at + 1]));
    }
    return finish(object);
  }

  return any(wire);
}

module.exports = raise;
