import assert from 'node:assert';
import { v1, v4, v5, v7, parse, stringify, validate, version } from 'uuid';

assert.strictEqual(v5('kaon.example', v5.DNS).length, 36);
assert.strictEqual(v5('www.example.com', v5.DNS), '2ed6657d-e927-568b-95e1-2665a8aea6a2');
for (const [make, number] of [[v1, 1], [v4, 4], [v7, 7]]) {
  const one = make();
  assert.deepStrictEqual([validate(one), version(one)], [true, number]);
  assert.strictEqual(stringify(parse(one)), one);
}
assert.strictEqual(new Set(Array.from({ length: 1000 }, () => v4())).size, 1000);
assert.strictEqual(validate('nonsense'), false);
