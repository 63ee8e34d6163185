'use strict';

const assert = require('node:assert');
const { test } = require('kaon:test');
const { inspect } = require('node:util');

test('a form has names with values in order', () => {
  const form = new FormData();
  form.append('a', 1);
  form.append('b', 'x');
  form.append('a', '\ud800');
  assert.deepStrictEqual([...form], [['a', '1'], ['b', 'x'], ['a', '\ufffd']]);
  assert.deepStrictEqual(form.getAll('a'), ['1', '\ufffd']);
  assert.strictEqual(form.get('none'), null);
  form.set('a', '2');
  assert.deepStrictEqual([...form.keys()], ['a', 'b']);
  form.delete('a');
  assert.strictEqual(form.has('a'), false);
});

test('blobs become files', async () => {
  const form = new FormData();
  form.append('a', new Blob(['x'], { type: 'text/plain' }));
  form.append('b', new File(['y'], 'own'), 'other');
  form.append('c', new File(['z'], 'own', { lastModified: 7 }));
  const [a, b, c] = [...form.values()];
  assert.deepStrictEqual([a.name, a.type, b.name, c.name, c.lastModified], ['blob', 'text/plain', 'other', 'own', 7]);
  assert.ok(a instanceof File);
  assert.strictEqual(await a.text(), 'x');
});

test('refusals are in the words of Node', () => {
  const refused = (call, message) => assert.throws(call, { name: 'TypeError', message });
  refused(() => new FormData(1), 'FormData constructor: Argument 1 could not be converted to: undefined.');
  refused(() => new FormData().append('a'), 'FormData.append: 2 arguments required, but only 1 found.');
  refused(() => new FormData().append('a', 'b', 'c'), "Failed to execute 'append' on 'FormData': parameter 2 is not of type 'Blob'");
  refused(() => FormData.prototype.get.call({}, 'a'), 'Illegal invocation');
});

test('inspecting shows names with their values', () => {
  const form = new FormData();
  form.append('a', '1');
  form.append('a', '2');
  assert.strictEqual(inspect(form), "FormData { a: [ '1', '2' ] }");
});
