'use strict';

const assert = require('node:assert');
const { Console } = console;
const { test } = require('kaon:test');

/** What a console writes while `use` has it: lines of stdout start with `>`, of stderr with `!`. */
function written(use, options) {
  let text = '';
  const stream = (mark) => ({
    write(chunk) {
      text += chunk.replace(/^/, mark);
    },
  });
  use(new Console({ stdout: stream('>'), stderr: stream('!'), ...options }));
  return text;
}

const warnings = [];
process.on('warning', ({ message }) => warnings.push(message));

test('the global is the module, and a console', () => {
  assert.strictEqual(require('node:console'), console);
  assert.strictEqual(Object.prototype.toString.call(console), '[object console]');
  assert.ok(console instanceof Console);
  assert.ok(!({} instanceof Console));
});

test('methods write formatted lines to their stream', () => {
  assert.strictEqual(written((c) => {
    c.log('a%s', 'b', { c: 1 });
    c.info('i');
    c.debug('d');
    c.warn('w');
    c.error('e');
    c.log();
  }), '>ab { c: 1 }\n>i\n>d\n!w\n!e\n>\n');
});

test('methods need no receiver', () => {
  assert.strictEqual(written(({ log, group }) => {
    group('g');
    log('in');
  }), '>g\n>  in\n');
});

test('groups indent every line', () => {
  assert.strictEqual(written((c) => {
    c.group('a');
    c.log('b\nc');
    c.groupCollapsed();
    c.warn('d');
    c.groupEnd();
    c.groupEnd();
    c.groupEnd();
    c.log('e');
  }, { groupIndentation: 3 }), '>a\n>   b\n   c\n!      d\n>e\n');
});

test('count and countReset', async () => {
  assert.strictEqual(written((c) => {
    c.count();
    c.count('x');
    c.count();
    c.countReset();
    c.count();
    c.countReset('y');
  }), '>default: 1\n>x: 1\n>default: 2\n>default: 1\n');
  await new Promise((resolve) => {
    setTimeout(resolve, 1);
  });
  assert.ok(warnings.includes("Count for 'y' does not exist"));
});

test('time, timeLog and timeEnd', async () => {
  const text = written((c) => {
    c.time('t');
    c.timeLog('t', 'more', 5);
    c.timeEnd('t');
    c.timeEnd('t');
  });
  assert.match(text, /^>t: [\d.]+m?s more 5\n>t: [\d.]+m?s\n$/);
  await new Promise((resolve) => {
    setTimeout(resolve, 1);
  });
  assert.ok(warnings.includes("No such label 't' for console.timeEnd()"));
});

test('assert speaks only of what is false', () => {
  assert.strictEqual(written((c) => {
    c.assert(true, 'no');
    c.assert(false);
    c.assert(0, 'm %s', 'x');
  }), '!Assertion failed\n!Assertion failed: m x\n');
});

test('dir takes options and asks no custom function', () => {
  const own = { [Symbol.for('nodejs.util.inspect.custom')]: () => 'custom' };
  assert.strictEqual(written((c) => c.dir({ a: { b: { c: {} } } }, { depth: 0 })), '>{ a: [Object] }\n');
  assert.ok(!written((c) => c.dir(own)).includes('>custom'));
});

test('trace writes the stack of the caller', () => {
  assert.match(written((c) => c.trace('at %d', 5)), /^!Trace: at 5\n {4}at [^\n]*console\.test\.js:\d+/);
});

test('table draws rows, columns and values', () => {
  const table = (...args) => written((c) => c.table(...args)).slice(1).split('\n').slice(0, -1);
  assert.deepStrictEqual(table([{ a: 1, b: 'x' }, { a: 2 }]), [
    '┌─────────┬───┬─────┐',
    '│ (index) │ a │ b   │',
    '├─────────┼───┼─────┤',
    "│ 0       │ 1 │ 'x' │",
    '│ 1       │ 2 │     │',
    '└─────────┴───┴─────┘',
  ]);
  assert.deepStrictEqual(table(new Map([['k', 1]]))[3], "│ 0                 │ 'k' │ 1      │");
  assert.deepStrictEqual(table(['x', { a: 1 }], ['a']).slice(1, 4), [
    '│ (index) │ a │', '├─────────┼───┤', '│ 0       │   │',
  ]);
  assert.deepStrictEqual(table(5), ['5']);
  assert.throws(() => table([], 5), { code: 'ERR_INVALID_ARG_TYPE' });
});

test('colors and inspection options', () => {
  assert.strictEqual(written((c) => c.log({ a: 1 }), { colorMode: true }), '>{ a: \u001b[33m1\u001b[39m }\n');
  assert.strictEqual(written((c) => c.log({ a: { b: 1 } }), { inspectOptions: { depth: 0 } }), '>{ a: [Object] }\n');
});

test('streams that fail are ignored unless asked not to be', () => {
  const stdout = {
    write() {
      throw new Error('closed');
    },
  };
  new Console({ stdout }).log('x');
  assert.throws(() => new Console({ stdout, ignoreErrors: false }).log('x'), { message: 'closed' });
});

test('a console needs streams', () => {
  assert.throws(() => new Console({}), { code: 'ERR_CONSOLE_WRITABLE_STREAM' });
  assert.throws(() => Console({ stdout: { write() {} }, stderr: {} }), { code: 'ERR_CONSOLE_WRITABLE_STREAM' });
  assert.throws(() => new Console({
    stdout: { write() {} }, inspectOptions: { colors: true }, colorMode: true,
  }), { code: 'ERR_INCOMPATIBLE_OPTION_PAIR' });
});
