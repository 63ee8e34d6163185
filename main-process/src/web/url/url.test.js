'use strict';

const assert = require('node:assert');
const { test } = require('kaon:test');
const { inspect } = require('node:util');

const PARTS = ['protocol', 'username', 'password', 'host', 'hostname', 'port', 'pathname', 'search', 'hash', 'origin'];
const parts = (url) => PARTS.map((name) => url[name]);

test('a URL is taken apart', () => {
  const url = new URL('https://u:p@EXAMPLE.com:81/a/./b/../c d?x=1#y z');
  assert.strictEqual(url.href, 'https://u:p@example.com:81/a/c%20d?x=1#y%20z');
  const expected = ['https:', 'u', 'p', 'example.com:81', 'example.com', '81', '/a/c%20d', '?x=1', '#y%20z', 'https://example.com:81'];
  assert.deepStrictEqual(parts(url), expected);
  assert.strictEqual(`${url}`, url.href);
  assert.strictEqual(JSON.stringify({ url }), `{"url":"${url.href}"}`);
});

test('absent and empty parts are empty strings', () => {
  assert.deepStrictEqual(parts(new URL('http://h?#')), ['http:', '', '', 'h', 'h', '', '/', '', '', 'http://h']);
  assert.deepStrictEqual(parts(new URL('mailto:a@b')), ['mailto:', '', '', '', '', '', 'a@b', '', '', 'null']);
  assert.deepStrictEqual(parts(new URL('foo://h')), ['foo:', '', '', 'h', 'h', '', '', '', '', 'null']);
  assert.strictEqual(new URL('http://h/?#').href, 'http://h/?#');
});

test('hosts are normalised', () => {
  const hosts = {
    'http://0x7f.1/': '127.0.0.1',
    'http://[0:0::1]/': '[::1]',
    'http://\u00e9.com/': 'xn--9ca.com',
    'http://a%41/': 'aa',
    'http://h:80/': 'h',
    'foo://A%41/': 'A%41',
  };
  for (const [href, host] of Object.entries(hosts)) assert.strictEqual(new URL(href).host, host, href);
});

test('a relative URL is resolved against its base', () => {
  const rows = [
    ['../x', 'http://h/a/b/c', 'http://h/a/x'],
    ['?q', 'http://h/a?b#c', 'http://h/a?q'],
    ['#f', 'http://h/a?b#c', 'http://h/a?b#f'],
    ['//other', 'https://h/a', 'https://other/'],
    ['///x', 'http://h/a', 'http://x/'],
    ['..', 'foo:/a', 'foo:/'],
    ['#f', 'mailto:a', 'mailto:a#f'],
    ['C|/x', 'file://h/D:/y', 'file://h/C:/x'],
    ['/x', 'file:///C:/y', 'file:///C:/x'],
    ['\\x', 'http://h/a/b', 'http://h/x'],
    ['http:x', 'http://h/a/b', 'http://h/a/x'],
  ];
  for (const [input, base, href] of rows) assert.strictEqual(new URL(input, base).href, href, `${input} on ${base}`);
});

test('file URLs keep what Windows needs', () => {
  const rows = {
    'file:///C|/a/../..': 'file:///C:/',
    'file://host/share/f': 'file://host/share/f',
    'file:////x': 'file:////x',
    'file://localhost/a': 'file:///a',
    'file:c:\\a\\b': 'file:///c:/a/b',
  };
  for (const [input, href] of Object.entries(rows)) assert.strictEqual(new URL(input).href, href, input);
});

test('whitespace and controls at the ends, and tabs and line ends anywhere, go', () => {
  assert.strictEqual(new URL(' \x01ht\ttp://h/\na b \n').href, 'http://h/a%20b');
});

test('what is no URL throws with input and base', () => {
  for (const [input, base] of [['x'], ['x', 'y'], ['http://'], ['http://a b'], ['http://h:99999'], ['http://u@/x'], ['//x', 'mailto:a']]) {
    assert.throws(() => new URL(input, base), (error) => {
      assert.deepStrictEqual({ ...error }, { code: 'ERR_INVALID_URL', input, ...(base && { base }) });
      return error instanceof TypeError && error.message === 'Invalid URL';
    });
    assert.strictEqual(URL.canParse(input, base), false);
    assert.strictEqual(URL.parse(input, base), null);
  }
  assert.strictEqual(URL.canParse('a', 'http://h'), true);
  assert.strictEqual(URL.parse('a', 'http://h').href, 'http://h/a');
  assert.throws(() => new URL(), { code: 'ERR_MISSING_ARGS' });
  assert.throws(() => URL.canParse(), { code: 'ERR_MISSING_ARGS' });
});

test('setters change one part, or nothing when the value cannot be', () => {
  const rows = [
    ['protocol', 'https', 'https://u:p@h:8/a?b#c'],
    ['protocol', 'mailto', 'http://u:p@h:8/a?b#c'],
    ['username', 'x y', 'http://x%20y:p@h:8/a?b#c'],
    ['password', '', 'http://u@h:8/a?b#c'],
    ['host', 'i:9', 'http://u:p@i:9/a?b#c'],
    ['hostname', 'i:9', 'http://u:p@h:8/a?b#c'],
    ['hostname', '', 'http://u:p@h:8/a?b#c'],
    ['port', '80', 'http://u:p@h/a?b#c'],
    ['port', '70000', 'http://u:p@h:8/a?b#c'],
    ['port', '', 'http://u:p@h/a?b#c'],
    ['port', '9x', 'http://u:p@h:9/a?b#c'],
    ['pathname', 'x?y', 'http://u:p@h:8/x%3Fy?b#c'],
    ['search', '', 'http://u:p@h:8/a#c'],
    ['search', 'x#y', 'http://u:p@h:8/a?x%23y#c'],
    ['hash', '#', 'http://u:p@h:8/a?b#'],
    ['hash', '', 'http://u:p@h:8/a?b'],
  ];
  for (const [part, value, href] of rows) {
    const url = new URL('http://u:p@h:8/a?b#c');
    url[part] = value;
    assert.strictEqual(url.href, href, `${part} = ${value}`);
  }
  const url = new URL('http://h');
  assert.throws(() => { url.href = 'x'; }, { code: 'ERR_INVALID_URL', input: 'x' });
  assert.strictEqual(url.href, 'http://h/');
});

test('search and searchParams follow each other', () => {
  const url = new URL('http://h/?a=1');
  const { searchParams } = url;
  searchParams.append('b', 'x y');
  assert.strictEqual(url.search, '?a=1&b=x+y');
  url.search = '?c=3';
  assert.strictEqual(searchParams.get('c'), '3');
  url.href = 'http://h/?d=4';
  assert.strictEqual(searchParams.toString(), 'd=4');
  searchParams.delete('d');
  assert.strictEqual(url.href, 'http://h/');
  assert.strictEqual(url.searchParams, searchParams);
});

test('URLSearchParams takes text, pairs, records and its own kind', () => {
  const rows = [
    ['?a=1&b=2&a=3&&=x&c', 'a=1&b=2&a=3&=x&c='],
    ['a=%zz&b=%e4%bd&c=a+b', 'a=%25zz&b=%EF%BF%BD&c=a+b'],
    [[['a', 'b'], new Set(['c', 'd'])], 'a=b&c=d'],
    [{ a: 1, b: 2 }, 'a=1&b=2'],
    [new Map([['a', 1]]), 'a=1'],
    [new URLSearchParams('a=1'), 'a=1'],
    [undefined, ''],
    [null, ''],
    [1, '1='],
  ];
  for (const [init, text] of rows) assert.strictEqual(new URLSearchParams(init).toString(), text);
  assert.strictEqual(`${new URLSearchParams({ k: "~!*()'-._ \u00e9\ud800" })}`, 'k=%7E%21*%28%29%27-._+%C3%A9%EF%BF%BD');
  for (const init of [[[1]], [1], [[1, 2, 3]], ['ab']]) {
    assert.throws(() => new URLSearchParams(init), { code: 'ERR_INVALID_TUPLE', name: 'TypeError' });
  }
  assert.throws(() => new URLSearchParams({ [Symbol.iterator]: 1 }), { code: 'ERR_ARG_NOT_ITERABLE' });
});

test('URLSearchParams is read and changed', () => {
  const params = new URLSearchParams('b=1&a=2&b=3');
  assert.deepStrictEqual([params.get('b'), params.get('x'), params.getAll('b'), params.size], ['1', null, ['1', '3'], 3]);
  assert.deepStrictEqual([params.has('b', '3'), params.has('b', '9'), params.has('a')], [true, false, true]);
  params.sort();
  assert.strictEqual(params.toString(), 'a=2&b=1&b=3');
  params.set('b', '4');
  params.set('c', '5');
  assert.deepStrictEqual([...params], [['a', '2'], ['b', '4'], ['c', '5']]);
  params.delete('b', 'other');
  params.delete('a');
  assert.deepStrictEqual([[...params.keys()], [...params.values()]], [['b', 'c'], ['4', '5']]);
  const seen = [];
  params.forEach(function (value, name, all) { seen.push([value, name, all === params, this]); }, 'self');
  assert.deepStrictEqual(seen.map(([value, name, same]) => [value, name, same]), [['4', 'b', true], ['5', 'c', true]]);
  assert.throws(() => params.get(), { code: 'ERR_MISSING_ARGS' });
  assert.throws(() => params.append('a'), { code: 'ERR_MISSING_ARGS', message: 'The "name" and "value" arguments must be specified' });
  assert.throws(() => URLSearchParams.prototype.get.call({}, 'a'), { code: 'ERR_INVALID_THIS' });
});

test('iteration sees changes on the way', () => {
  const params = new URLSearchParams('a=1&b=2');
  const names = [];
  for (const [name] of params) {
    names.push(name);
    if (name === 'a') params.append('c', '3');
  }
  assert.deepStrictEqual(names, ['a', 'b', 'c']);
});

test('inspecting shows the parts', () => {
  const shown = inspect(new URL('http://h/?x=1'));
  assert.ok(shown.startsWith("URL {\n  href: 'http://h/?x=1',\n  origin: 'http://h',"), shown);
  assert.ok(shown.includes("searchParams: URLSearchParams { 'x' => '1' },"), shown);
  assert.strictEqual(inspect(new URLSearchParams()), 'URLSearchParams {}');
  assert.strictEqual(inspect(new URLSearchParams('a=1&b=2').keys()), "URLSearchParams Iterator { 'a', 'b' }");
  assert.strictEqual(Object.prototype.toString.call(new URL('a:')), '[object URL]');
});

test('a blob has a URL until that is revoked', async () => {
  const { resolveObjectURL } = require('node:buffer');
  const url = URL.createObjectURL(new Blob(['abc'], { type: 'a/b' }));
  assert.match(url, /^blob:nodedata:[0-9a-f-]{36}$/);
  const blob = resolveObjectURL(url);
  assert.deepStrictEqual([await blob.text(), blob.type], ['abc', 'a/b']);
  URL.revokeObjectURL(url);
  assert.strictEqual(resolveObjectURL(url), undefined);
  assert.throws(() => URL.createObjectURL({}), { code: 'ERR_INVALID_ARG_TYPE' });
  assert.throws(() => URL.revokeObjectURL(), { code: 'ERR_MISSING_ARGS' });
});
