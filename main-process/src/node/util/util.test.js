'use strict';

const assert = require('node:assert');
const util = require('node:util');
const { test } = require('kaon:test');

const warnings = [];
process.on('warning', (warning) => warnings.push(warning));
const soon = () => new Promise((resolve) => {
  setTimeout(resolve, 1);
});

test('promisify gives the value or throws the error of the callback', async () => {
  const half = util.promisify((n, done) => (n % 2 ? done(new Error('odd')) : done(null, n / 2)));
  assert.strictEqual(await half(4), 2);
  await assert.rejects(half(3), { message: 'odd' });
});

test('promisify keeps the receiver, the properties and a version of its own', async () => {
  const object = {
    factor: 3,
    times(n, done) {
      done(null, this.factor * n);
    },
  };
  object.times.extra = true;
  const times = util.promisify(object.times);
  assert.strictEqual(await times.call(object, 2), 6);
  assert.strictEqual(times.extra, true);
  assert.strictEqual(times.name, 'times');
  const own = () => {};
  const promised = async () => 'own';
  own[util.promisify.custom] = promised;
  assert.strictEqual(util.promisify(own), promised);
  own[util.promisify.custom] = 5;
  assert.throws(() => util.promisify(own), { code: 'ERR_INVALID_ARG_TYPE' });
});

test('callbackify calls back on a later tick, and never with a falsy error', async () => {
  const answer = util.callbackify(async (value) => {
    if (value === 'throw') throw new Error('thrown');
    if (value === 'empty') throw null; // eslint-disable-line no-throw-literal
    return value;
  });
  const call = (value) => new Promise((resolve) => {
    answer(value, (error, result) => resolve([error, result]));
  });
  assert.deepStrictEqual(await call(5), [null, 5]);
  assert.strictEqual((await call('throw'))[0].message, 'thrown');
  const [error] = await call('empty');
  assert.strictEqual(error.code, 'ERR_FALSY_VALUE_REJECTION');
  assert.strictEqual(error.reason, null);
  assert.strictEqual(util.callbackify(async function two(a, b) {}).length, 3);
  assert.throws(() => answer(5), { code: 'ERR_INVALID_ARG_TYPE' });
});

test('deprecate warns once, or once for a code', async () => {
  const plain = util.deprecate((n) => n + 1, 'old');
  assert.deepStrictEqual([plain(1), plain(2)], [2, 3]);
  util.deprecate(() => {}, 'first', 'KAON_TEST')();
  util.deprecate(() => {}, 'second', 'KAON_TEST')();
  class Old {}
  const Deprecated = util.deprecate(Old, 'class');
  assert.ok(new Deprecated() instanceof Old);
  await soon();
  assert.deepStrictEqual(warnings.map(({ name, message, code }) => [name, message, code]), [
    ['DeprecationWarning', 'old', undefined], ['DeprecationWarning', 'first', 'KAON_TEST'],
    ['DeprecationWarning', 'class', undefined],
  ]);
});

test('inherits sets the prototype and super_', () => {
  function Base() {}
  Base.prototype.hello = () => 'hello';
  function Derived() {}
  util.inherits(Derived, Base);
  assert.strictEqual(new Derived().hello(), 'hello');
  assert.strictEqual(Derived.super_, Base);
  assert.deepStrictEqual(Object.keys(Derived), []);
  assert.throws(() => util.inherits(Derived, {}), { code: 'ERR_INVALID_ARG_TYPE' });
});

test('debuglog is silent for sections nobody named', () => {
  const logger = util.debuglog('nobody');
  assert.strictEqual(logger.enabled, false);
  logger('nothing');
});

test('isDeepStrictEqual goes into everything', () => {
  const circle = () => {
    const a = { list: [1, new Map([['k', new Set([{ x: NaN }])]])] };
    a.self = a;
    return a;
  };
  assert.ok(util.isDeepStrictEqual(circle(), circle()));
  assert.ok(!util.isDeepStrictEqual({ a: 0 }, { a: -0 }));
  assert.ok(!util.isDeepStrictEqual([1], ['1']));
  assert.ok(!util.isDeepStrictEqual(new Set([1]), new Set([2])));
});

test('diff is the shortest way from one to the other', () => {
  assert.deepStrictEqual(util.diff(['a', 'b'], ['b', 'c']), [[1, 'a'], [0, 'b'], [-1, 'c']]);
  assert.deepStrictEqual(util.diff('same', 'same'), []);
  assert.deepStrictEqual(util.diff('ab', 'b').map(([op]) => op), [1, 0]);
});

test('parseArgs reads options of every form', () => {
  const options = {
    foo: { type: 'string', short: 'f' },
    bar: { type: 'boolean', short: 'b' },
    list: { type: 'string', multiple: true },
    size: { type: 'string', default: '1' },
  };
  const read = (args, more) => {
    const { values, positionals } = util.parseArgs({ args, options, ...more });
    return [{ ...values }, positionals];
  };
  assert.deepStrictEqual(read(['-bf', 'x', '--list=1', '--list', '2']), [
    { bar: true, foo: 'x', list: ['1', '2'], size: '1' }, [],
  ]);
  assert.deepStrictEqual(read(['-fx', 'p', '--', '-b'], { allowPositionals: true }), [
    { foo: 'x', size: '1' }, ['p', '-b'],
  ]);
  assert.deepStrictEqual(read(['--no-bar'], { allowNegative: true })[0], { bar: false, size: '1' });
});

test('parseArgs is strict unless told otherwise', () => {
  const options = { foo: { type: 'string' }, bar: { type: 'boolean' } };
  const fails = (args, code) => assert.throws(() => util.parseArgs({ args, options }), { code });
  fails(['--zzz'], 'ERR_PARSE_ARGS_UNKNOWN_OPTION');
  fails(['x'], 'ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL');
  fails(['--foo'], 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE');
  fails(['--bar=1'], 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE');
  fails(['--foo', '--bar'], 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE');
  const { values } = util.parseArgs({ args: ['--zzz', '--__proto__'], options, strict: false });
  assert.deepStrictEqual({ ...values }, { zzz: true });
});

test('parseArgs tells where everything stood', () => {
  const { tokens } = util.parseArgs({
    args: ['--a=1', '-b', 'x'],
    options: { a: { type: 'string' }, b: { type: 'boolean', short: 'b' } },
    allowPositionals: true,
    tokens: true,
  });
  assert.deepStrictEqual(tokens, [
    { kind: 'option', name: 'a', rawName: '--a', index: 0, value: '1', inlineValue: true },
    { kind: 'option', name: 'b', rawName: '-b', index: 1, value: undefined, inlineValue: undefined },
    { kind: 'positional', index: 2, value: 'x' },
  ]);
});

test('parseEnv reads comments, quotes and lines', () => {
  const text = [
    '# comment', 'A=1', ' B = two words # comment', 'C="x\\ny"', "D='a#b'", 'export E=5', 'F="one', 'two"', 'G=', 'H=a=b',
  ].join('\r\n');
  assert.deepStrictEqual(util.parseEnv(text), {
    A: '1', B: 'two words', C: 'x\ny', D: 'a#b', E: '5', F: 'one\ntwo', G: '', H: 'a=b',
  });
});

test('styleText puts styles around, inside one another', () => {
  const plain = { validateStream: false };
  assert.strictEqual(util.styleText('red', 'x', plain), '\u001b[31mx\u001b[39m');
  assert.strictEqual(util.styleText(['bold', 'red'], 'x', plain), '\u001b[1m\u001b[31mx\u001b[39m\u001b[22m');
  assert.throws(() => util.styleText('nope', 'x'), { code: 'ERR_INVALID_ARG_VALUE' });
  assert.strictEqual(util.styleText('red', 'x', { stream: { write() {}, isTTY: false } }), 'x');
});

test('stripVTControlCharacters leaves the text', () => {
  assert.strictEqual(util.stripVTControlCharacters('\u001b[1;31mred\u001b[0m \u001b]8;;http://x\u0007link'), 'red link');
});

test('toUSVString replaces lone surrogates', () => {
  assert.strictEqual(util.toUSVString('a\ud800b\u{1f600}'), 'a\ufffdb\u{1f600}');
});

test('system errors have names and texts', () => {
  const map = util.getSystemErrorMap();
  const [errno] = [...map].find(([, [name]]) => name === 'ENOENT');
  assert.ok(errno < 0);
  assert.deepStrictEqual(map.get(errno), ['ENOENT', 'no such file or directory']);
  assert.strictEqual(util.getSystemErrorName(errno), 'ENOENT');
  assert.strictEqual(util.getSystemErrorMessage(errno), 'no such file or directory');
  assert.throws(() => util.getSystemErrorName(1), { code: 'ERR_OUT_OF_RANGE' });
});

test('MIMEType reads and writes types with parameters', () => {
  const type = new util.MIMEType(' Text/HTML ; Charset="utf-8; x" ; q=1');
  assert.strictEqual(type.essence, 'text/html');
  assert.strictEqual(type.params.get('charset'), 'utf-8; x');
  type.subtype = 'plain';
  type.params.set('new', 'a b');
  type.params.delete('q');
  assert.strictEqual(String(type), 'text/plain;charset="utf-8; x";new="a b"');
  assert.strictEqual(JSON.stringify({ type }), JSON.stringify({ type: String(type) }));
  for (const bad of ['', 'text', 'text/', '/x', 'a b/c']) {
    assert.throws(() => new util.MIMEType(bad), { code: 'ERR_INVALID_MIME_SYNTAX' });
  }
});

test('aborted resolves when the signal does', async () => {
  const controller = new AbortController();
  const resource = {};
  const waiting = util.aborted(controller.signal, resource);
  controller.abort();
  await waiting;
  await util.aborted(AbortSignal.abort(), resource);
});

test('getCallSites starts with the caller', () => {
  const [site] = util.getCallSites(1);
  assert.strictEqual(site.scriptName, __filename);
  assert.ok(site.lineNumber > 100 && site.columnNumber > 0);
});

test('encoders are those of the web', () => {
  assert.strictEqual(util.TextEncoder, TextEncoder);
  assert.strictEqual(util.TextDecoder, TextDecoder);
  assert.strictEqual(require('node:util/types'), util.types);
});

test('the old tests still answer', () => {
  assert.ok(util.isArray([]) && util.isRegExp(/x/) && util.isDate(new Date()) && util.isPrimitive(5));
  assert.ok(util.isError(new Error('x')) && util.isBuffer(Buffer.alloc(0)) && !util.isObject(null));
});

test('what is left out says so', () => {
  for (const name of ['setTraceSigInt', 'transferableAbortController', 'transferableAbortSignal']) {
    assert.throws(() => util[name](), { code: 'ERR_NOT_SUPPORTED' });
  }
});
