'use strict';

const assert = require('node:assert');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { execFile } = require('node:child_process');
const { mock } = require('node:test');
const { test } = require('kaon:test');

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'kaon-test-'));
process.on('exit', () => fs.rmSync(folder, { recursive: true }));
const { NODE_OPTIONS: _, NODE_TEST_CONTEXT: __, ...environment } = process.env;

/** Runs a program of this text: its exit code and what it wrote. */
function run(flags, source, name = 'main.js') {
  fs.writeFileSync(path.join(folder, name), source);
  return new Promise((resolve) => {
    execFile(process.execPath, [...flags, name], { cwd: folder, env: environment }, (error, stdout) => {
      resolve({ code: error?.code ?? 0, lines: stdout.split('\n'), stdout });
    });
  });
}

const outcomes = ({ lines }) => lines.filter((line) => /^ *(?:not )?ok /.test(line));

test('tests, subtests and suites are told in order, with their marks', async () => {
  const result = await run([], `
    const { test, describe, it } = require('node:test');
    test('a', async (t) => { await t.test('a1', () => {}); });
    test('b', { skip: 'later' }, () => { throw 1; });
    test('c', { todo: true }, () => { throw new Error('not yet'); });
    describe('s', () => { it('s1', () => {}); it('s2', (t, done) => setImmediate(done)); });
  `);
  assert.deepStrictEqual(outcomes(result), [
    '    ok 1 - a1', 'ok 1 - a', 'ok 2 - b # SKIP later', 'not ok 3 - c # TODO', '    ok 1 - s1', '    ok 2 - s2', 'ok 4 - s',
  ]);
  assert.strictEqual(result.code, 0);
});

test('a failure says what and why, and is the exit code', async () => {
  const result = await run([], `
    const { test } = require('node:test');
    test('bad', () => { require('assert').strictEqual(1, 2); });
    test('slow', { timeout: 5 }, () => new Promise((resolve) => setTimeout(resolve, 1000)));
  `);
  assert.strictEqual(result.code, 1);
  assert.match(result.stdout, /failureType: 'testCodeFailure'\n {2}error: \|-\n {4}Expected values to be strictly equal/);
  assert.match(result.stdout, /error: 'test timed out after 5ms'/);
  assert.match(result.stdout, /# fail 1\n# cancelled 1\n/);
});

test('hooks run around what they belong to', async () => {
  const { stdout } = await run([], `
    const { describe, it, before, after, beforeEach, afterEach } = require('node:test');
    const log = [];
    describe('s', () => {
      before(() => log.push('before')); after(() => log.push('after'));
      beforeEach(() => log.push('each')); afterEach(() => log.push('done'));
      it('1', () => log.push('1')); it('2', () => log.push('2'));
    });
    process.on('exit', () => console.log(log.join()));
  `);
  assert.match(stdout, /^before,each,1,done,each,2,done,after$/m);
});

test('names and only choose what runs', async () => {
  const source = `const { test } = require('node:test'); test('one', () => {}); test('two', { only: true }, () => {});`;
  assert.deepStrictEqual(outcomes(await run(['--test-name-pattern=one'], source)),
    ['ok 1 - one', 'ok 2 - two # SKIP test name does not match pattern']);
  assert.deepStrictEqual(outcomes(await run(['--test-only'], source)), ["ok 1 - one # SKIP 'only' option not set", 'ok 2 - two']);
});

test('a plan counts assertions and subtests', async () => {
  const result = await run([], `
    const { test } = require('node:test');
    test('met', (t) => { t.plan(2); t.assert.ok(true); return t.test('sub'); });
    test('missed', (t) => { t.plan(1); });
  `);
  assert.deepStrictEqual(outcomes(result), ['    ok 1 - sub', 'ok 1 - met', 'not ok 2 - missed']);
  assert.match(result.stdout, /plan expected 1 assertions but received 0/);
});

test('the runner runs files in processes of their own and counts on', async () => {
  fs.writeFileSync(path.join(folder, 'x.test.js'), "console.log('out'); require('node:test')('x', () => {});");
  const result = await run(['--test', 'x.test.js'], "require('node:test')('y', () => { throw new Error('no'); });", 'y.test.js');
  assert.deepStrictEqual(outcomes(result), ['ok 1 - x', 'not ok 2 - y']);
  assert.match(result.stdout, /^# out$/m);
  assert.strictEqual(result.code, 1);
});

test('mocks remember their calls and give back what they stand for', () => {
  const object = { add: (a, b) => a + b };
  const original = object.add;
  const mocked = mock.method(object, 'add', () => 7);
  assert.strictEqual(object.add(1, 2), 7);
  assert.deepStrictEqual(mocked.mock.calls[0].arguments, [1, 2]);
  mocked.mock.restore();
  assert.strictEqual(object.add, original);
});

test('mocked timers pass when they are told to', () => {
  mock.timers.enable({ apis: ['setTimeout', 'Date'], now: 1000 });
  const order = [];
  setTimeout(() => order.push('late'), 20);
  setTimeout(() => order.push('early'), 10);
  mock.timers.tick(15);
  assert.deepStrictEqual(order, ['early']);
  assert.strictEqual(Date.now(), 1015);
  mock.timers.runAll();
  assert.deepStrictEqual(order, ['early', 'late']);
  mock.timers.reset();
  assert.ok(Date.now() > 2000);
});
