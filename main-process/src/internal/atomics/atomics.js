'use strict';

// The engine checks what is asked for; sleeping is ours, so that a worker that sleeps can be ended.
let tryToWait;
let tryToNotify;

const place = (array, index) => [array.buffer, array.byteOffset + index * array.BYTES_PER_ELEMENT, array.BYTES_PER_ELEMENT === 8];

const whole = (value) => Math.trunc(Number(value)) || 0;

function timeoutOf(timeout) {
  const number = timeout === undefined ? NaN : Number(timeout);
  if (Number.isNaN(number) || number === Infinity) return -1;
  return Math.max(number, 0);
}

const exact = (array, value) => (array instanceof BigInt64Array ? BigInt.asIntN(64, BigInt(value)) : Number(value) | 0);

const atomics = {
  wait(typedArray, index, value, timeout) {
    index = whole(index);
    value = exact(typedArray, value);
    const limit = timeoutOf(timeout);
    const outcome = tryToWait(typedArray, index, value, 0);
    if (outcome === 'not-equal' || limit === 0) return outcome;
    return native.wait(...place(typedArray, index), `${value}`, limit);
  },

  notify(typedArray, index, count) {
    index = whole(index);
    const most = count === undefined ? Infinity : Math.max(whole(count), 0);
    tryToNotify(typedArray, index, 0);
    return typedArray.buffer instanceof SharedArrayBuffer ? native.notify(...place(typedArray, index), most) : 0;
  },

  waitAsync(typedArray, index, value, timeout) {
    index = whole(index);
    value = exact(typedArray, value);
    const limit = timeoutOf(timeout);
    const outcome = tryToWait(typedArray, index, value, 0);
    if (outcome === 'not-equal' || limit === 0) return { async: false, value: outcome };
    return enqueue(typedArray, index, value, limit);
  },
};

let lastId = 0;

function enqueue(typedArray, index, value, limit) {
  const id = ++lastId;
  let settle;
  const promise = new Promise((resolve) => { settle = resolve; });
  let timer;
  const woken = () => {
    clearTimeout(timer);
    native.leave(id);
    settle('ok');
  };
  if (!native.enqueue(...place(typedArray, index), `${value}`, id, woken)) return { async: false, value: 'not-equal' };
  if (limit >= 0) {
    timer = setTimeout(() => {
      if (native.leave(id)) settle('timed-out');
    }, limit);
  }
  return { async: true, value: promise };
}

/** Gives the engine's `Atomics` our ways to wait. */
function extend(engine) {
  ({ wait: tryToWait, notify: tryToNotify } = engine);
  for (const [name, value] of Object.entries(atomics)) {
    Object.defineProperty(engine, name, { value, writable: true, configurable: true, enumerable: false });
  }
  return engine;
}

module.exports = { extend };
