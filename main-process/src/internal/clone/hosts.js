'use strict';

// How objects of our own classes cross from thread to thread. An instance of a class that defines
//   [kClone]()    is copied, and of one that defines
//   [kTransfer]() moves if it is in the transfer list, and must be in it if there is no [kClone].
// Both return { from: 'node/buffer/blob#revive', data }: on the other side `data` is cloned and given to the function
// `revive` that the script `node/buffer/blob` exports.
const kClone = Symbol('messaging_clone_symbol');
const kTransfer = Symbol('messaging_transfer_symbol');
// The number of a port's end, 0 when it has none; and what it does when the end is taken from it.
const kPort = Symbol('port');
const kMoved = Symbol('moved');

const uncloneable = new WeakSet();
const untransferable = new WeakSet();
// Proxies of ours that are cloned as a plain object, with the function that makes it.
const plainProxies = new WeakMap();

// What the transfer that is under way moves: ports, and other objects with their place among them.
const state = { transfer: null, makePort: null, received: null };

/** Whoever clones knows what kind of exception this is to be. */
function refuse(object) {
  const error = new Error(`#<${object.constructor?.name || 'Object'}> could not be cloned.`);
  error.code = 'ERR_DATA_CLONE';
  throw error;
}

// Node's name for `from` is known to programs that replace what they find under our symbols.
const partsOf = ({ from, deserializeInfo, data }) => [from ?? `${deserializeInfo}`, data];

/** What is written in the place of an object; undefined for one that is like any other. */
function formOf(object) {
  if (uncloneable.has(object)) refuse(object);
  const { transfer } = state;
  if (kPort in object) {
    // A port that was marked as untransferable is not in the list, whatever the list says.
    const place = transfer?.ports.indexOf(object) ?? -1;
    if (place >= 0) return ['port', place];
  } else if (transfer?.others.includes(object)) {
    return partsOf(object[kTransfer]());
  } else if (typeof object[kClone] === 'function') {
    return partsOf(object[kClone]());
  } else if (typeof object[kTransfer] !== 'function') {
    return undefined;
  }
  const { codes } = require('internal/errors');
  throw new codes.ERR_MISSING_TRANSFERABLE_IN_TRANSFER_LIST();
}

/** The other way; `extras` are the numbers of ports that came with the message, and more. */
function makeHost([from, data], extras) {
  if (from === 'port') {
    const port = state.makePort(extras[data]);
    state.received?.push(port);
    return port;
  }
  const [script, name] = from.split('#');
  if (!script.startsWith('web/') && !script.startsWith('node/')) throw new Error(`Missing internal module '${from}'`);
  return require(script)[name](data);
}

const plainOf = (proxy) => plainProxies.get(proxy)?.();

module.exports = { kClone, kTransfer, kPort, kMoved, uncloneable, untransferable, plainProxies, state, formOf, makeHost, plainOf };
