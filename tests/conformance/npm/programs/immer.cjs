'use strict';
const assert = require('node:assert');
const { enableMapSet, enablePatches, produce, produceWithPatches } = require('immer');

enableMapSet();
enablePatches();
const base = { list: [{ done: false }, { done: false }], map: new Map([['a', 1]]), deep: { same: {} } };
const next = produce(base, (draft) => {
  draft.list[1].done = true;
  draft.map.set('b', 2);
});
assert.deepStrictEqual(next.list, [{ done: false }, { done: true }]);
assert.deepStrictEqual([base.list[1].done, base.map.size, next.map.size], [false, 1, 2]);
assert.strictEqual(next.deep, base.deep);
assert.throws(() => 'use strict' && next.list.push(1), TypeError);
const [, patches] = produceWithPatches({ a: 1 }, (draft) => void delete draft.a);
assert.deepStrictEqual(patches, [{ op: 'remove', path: ['a'] }]);
