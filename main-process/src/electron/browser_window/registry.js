'use strict';

const windows = new Map();
let lastId = 0;

/** Every window there is, in the order of creation. */
module.exports = {
  nextId: () => ++lastId,
  add: (window) => windows.set(window.id, window),
  remove: (window) => windows.delete(window.id),
  get: (id) => windows.get(id) ?? null,
  all: () => [...windows.values()],
  count: () => windows.size,
};
