'use strict';

// Which test the running code belongs to.

let storage;
let stack;

function store() {
  storage ??= new (require('node/async_hooks').AsyncLocalStorage)();
  return storage;
}

/** Calls `fn` as part of a test; what it starts is part of it as well, as far as that can be followed. */
function within(test, fn, receiver, args) {
  const before = stack;
  stack = test;
  try {
    return store().run(test, () => Reflect.apply(fn, receiver, args));
  } finally {
    stack = before;
  }
}

const current = () => stack ?? store()?.getStore();

module.exports = { within, current };
