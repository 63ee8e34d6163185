'use strict';

const assert = require('node:assert');
const v8 = require('node:v8');
const test = require('kaon:test');

test('damaged values are values or errors, nothing else', () => {
  const seed = v8.serialize({ a: [1, 2.5, 'x', , null], b: new Map([[1, new Set(['y'])]]), c: new Uint8Array(9), d: 12n, e: /a/g, f: new Date(0), g: new Error('h') });
  let state = 1;
  const roll = (sides) => { state = (Math.imul(state, 1664525) + 1013904223) >>> 0; return Math.floor((state / 2 ** 32) * sides); };
  for (let round = 0; round < 5000; round++) {
    const bytes = Buffer.from(seed);
    for (let times = roll(4); times >= 0; times--) bytes[roll(bytes.length)] = roll(256);
    try {
      v8.deserialize(bytes.subarray(0, roll(8) ? bytes.length : roll(bytes.length)));
    } catch (error) {
      assert.ok(error instanceof Error, String(error));
    }
  }
});
