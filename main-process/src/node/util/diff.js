'use strict';

const { codes } = require('internal/errors');
const { validateStringArray } = require('internal/validators');

const DELETE = -1;
const SAME = 0;
const INSERT = 1;

/** How far each diagonal gets with each number of edits, until one gets to the end. */
function search(actual, expected) {
  const max = actual.length + expected.length;
  const reach = new Int32Array(2 * max + 2);
  const steps = [];
  for (let edits = 0; edits <= max; edits++) {
    steps.push(reach.slice());
    for (let diagonal = -edits; diagonal <= edits; diagonal += 2) {
      const at = diagonal + max;
      const down = diagonal === -edits || (diagonal !== edits && reach[at - 1] < reach[at + 1]);
      let x = down ? reach[at + 1] : reach[at - 1] + 1;
      let y = x - diagonal;
      while (x < actual.length && y < expected.length && actual[x] === expected[y]) {
        x++;
        y++;
      }
      reach[at] = x;
      if (x >= actual.length && y >= expected.length) return steps;
    }
  }
  return steps;
}

/** The shortest way from `expected` to `actual`, as `[operation, value]` pairs: 1 added, -1 removed, 0 kept. */
function edits(actual, expected) {
  const steps = search(actual, expected);
  const max = actual.length + expected.length;
  const result = [];
  let x = actual.length;
  let y = expected.length;
  for (let count = steps.length - 1; count >= 0; count--) {
    const reach = steps[count];
    const diagonal = x - y;
    const at = diagonal + max;
    const down = diagonal === -count || (diagonal !== count && reach[at - 1] < reach[at + 1]);
    const previousX = down ? reach[at + 1] : reach[at - 1];
    const previousY = previousX - (down ? diagonal + 1 : diagonal - 1);
    while (x > previousX && y > previousY && x > 0 && y > 0) {
      result.push([SAME, actual[x - 1]]);
      x--;
      y--;
    }
    if (count > 0) {
      result.push(x > previousX ? [INSERT, actual[--x]] : [DELETE, expected[--y]]);
    }
  }
  return result.reverse();
}

function check(value, name) {
  if (typeof value === 'string') return;
  if (!Array.isArray(value)) throw new codes.ERR_INVALID_ARG_TYPE(name, ['Array', 'string'], value);
  validateStringArray(value, name);
}

/** `util.diff`: of two strings by character, of two arrays of strings by element. */
function diff(actual, expected) {
  if (actual === expected) return [];
  check(actual, 'actual');
  check(expected, 'expected');
  return edits(actual, expected);
}

module.exports = { diff, edits };
