'use strict';

const assert = require('node:assert');
const { test } = require('kaon:test');
const vm = require('node:vm');

test('a context reads from and writes to its sandbox', () => {
  const sandbox = vm.createContext({ a: 1 });
  assert.strictEqual(vm.runInContext('a + 1', sandbox), 2);
  vm.runInContext('b = a + 2; var c = b + 1; this.d = 9', sandbox);
  assert.deepStrictEqual([sandbox.b, sandbox.c, sandbox.d], [3, 4, 9]);
  sandbox.c = 10;
  assert.strictEqual(vm.runInContext('c', sandbox), 10);
});

test('functions of a context share its variables', () => {
  const sandbox = vm.createContext({});
  vm.runInContext('var count = 0; function next() { return ++count; }', sandbox);
  assert.strictEqual(sandbox.next() + sandbox.next(), 3);
  assert.strictEqual(sandbox.count, 2);
});

test('lexical declarations outlive a script and are not on the sandbox', () => {
  const sandbox = vm.createContext({});
  vm.runInContext('const kept = 5', sandbox);
  assert.strictEqual(vm.runInContext('kept', sandbox), 5);
  assert.ok(!('kept' in sandbox));
});

test('unknown names are reference errors of the context', () => {
  const sandbox = vm.createContext({});
  assert.strictEqual(vm.runInContext('typeof nothing', sandbox), 'undefined');
  assert.throws(() => vm.runInContext('nothing', sandbox), (error) => {
    assert.ok(!(error instanceof ReferenceError));
    return error.name === 'ReferenceError';
  });
});

test('built-ins are the context\'s own', () => {
  assert.notStrictEqual(vm.runInNewContext('Array'), Array);
  assert.strictEqual(vm.runInNewContext('[] instanceof Array'), true);
  assert.strictEqual(vm.runInNewContext('globalThis === this'), true);
});

test('a script that takes too long is ended', () => {
  const late = { code: 'ERR_SCRIPT_EXECUTION_TIMEOUT', message: 'Script execution timed out after 20ms' };
  assert.throws(() => vm.runInNewContext('for (;;);', {}, { timeout: 20 }), late);
  assert.throws(() => vm.runInThisContext('while (true) try { for (;;); } catch {}', { timeout: 20 }), late);
  assert.strictEqual(vm.runInThisContext('1 + 1', { timeout: 1000 }), 2);
});

test('stacks name the file and the line', () => {
  const options = { filename: 'some-file.js', lineOffset: 9 };
  assert.throws(() => vm.runInThisContext('\nthrow new Error("x")', options), ({ stack }) => stack.includes('some-file.js:11'));
  assert.throws(() => new vm.Script('var =', 'other.js'), ({ name, stack }) => name === 'SyntaxError' && stack.startsWith('other.js:1\n'));
});

test('a function is compiled with its parameters and extensions', () => {
  assert.strictEqual(vm.compileFunction('return a + b', ['a', 'b'])(1, 2), 3);
  assert.strictEqual(vm.compileFunction('return x', [], { contextExtensions: [{ x: 4 }] })(), 4);
  const sandbox = vm.createContext({ y: 6 });
  assert.strictEqual(vm.compileFunction('return y', [], { parsingContext: sandbox })(), 6);
  assert.throws(() => vm.compileFunction('});(() => {'), SyntaxError);
});

test('what is no context is refused', () => {
  assert.throws(() => vm.runInContext('1', {}), { code: 'ERR_INVALID_ARG_TYPE' });
  assert.ok(vm.isContext(vm.createContext()) && !vm.isContext({}));
});

test('cached data tells whether the text is the same', () => {
  const cachedData = new vm.Script('1 + 1').createCachedData();
  assert.strictEqual(new vm.Script('1 + 1', { cachedData }).cachedDataRejected, false);
  assert.strictEqual(new vm.Script('1 + 2', { cachedData }).cachedDataRejected, true);
});
