'use strict';

const pages = new Map();
let lastId = 0;

/** Every page there is, by its number; numbers are never used twice. */
module.exports = {
  nextId: () => ++lastId,
  add: (contents) => pages.set(contents.id, contents),
  remove: (contents) => pages.delete(contents.id),
  get: (id) => pages.get(id),
  all: () => [...pages.values()],
};
