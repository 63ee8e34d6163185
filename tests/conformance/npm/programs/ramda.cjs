'use strict';
const assert = require('node:assert');
const R = require('ramda');

const total = R.pipe(R.filter(R.propEq('book', 'kind')), R.map(R.prop('price')), R.sum);
assert.strictEqual(total([{ kind: 'book', price: 3 }, { kind: 'pen', price: 1 }, { kind: 'book', price: 4 }]), 7);
assert.deepStrictEqual(R.over(R.lensPath(['a', 0, 'b']), R.inc, { a: [{ b: 1 }] }), { a: [{ b: 2 }] });
assert.deepStrictEqual(R.transduce(R.compose(R.map(R.inc), R.take(2)), R.flip(R.append), [], [1, 2, 3]), [2, 3]);
assert.strictEqual(R.curry((a, b, c) => a + b + c)(1)(R.__, 3)(2), 6);
assert.strictEqual(R.equals(new Map([[1, [2]]]), new Map([[1, [2]]])), true);
assert.deepStrictEqual(R.evolve({ n: R.negate, s: R.toUpper }, { n: 1, s: 'a', other: 0 }), { n: -1, s: 'A', other: 0 });
