'use strict';

const assert = require('node:assert');
const { test } = require('kaon:test');
const url = require('node:url');

const set = (parsed) => Object.fromEntries(Object.entries({ ...parsed }).filter(([, value]) => value !== null));

test('parse takes legacy URLs apart', () => {
  const rows = {
    'http://u:p@HOST.com:80/p/a?q=1#h': {
      protocol: 'http:', slashes: true, auth: 'u:p', host: 'host.com:80', port: '80', hostname: 'host.com', hash: '#h',
      search: '?q=1', query: 'q=1', pathname: '/p/a', path: '/p/a?q=1', href: 'http://u:p@host.com:80/p/a?q=1#h',
    },
    '/a?b': { search: '?b', query: 'b', pathname: '/a', path: '/a?b', href: '/a?b' },
    'mailto:a@b.c': { protocol: 'mailto:', auth: 'a', host: 'b.c', hostname: 'b.c', href: 'mailto:a@b.c' },
    'javascript:alert(1)//x': { protocol: 'javascript:', pathname: 'alert(1)//x', path: 'alert(1)//x', href: 'javascript:alert(1)//x' },
    'http://[::1]:8/': { protocol: 'http:', slashes: true, host: '[::1]:8', port: '8', hostname: '::1', pathname: '/', path: '/', href: 'http://[::1]:8/' },
    'http:\\\\a\\b?c\\d': { protocol: 'http:', slashes: true, host: 'a', hostname: 'a', search: '?c%5Cd', query: 'c%5Cd', pathname: '/b', path: '/b?c%5Cd', href: 'http://a/b?c%5Cd' },
    'http://a b/c': { protocol: 'http:', slashes: true, host: 'a', hostname: 'a', pathname: '%20b/c', path: '%20b/c', href: 'http://a/%20b/c' },
    ' http://\u00e9.com ': { protocol: 'http:', slashes: true, host: 'xn--9ca.com', hostname: 'xn--9ca.com', pathname: '/', path: '/', href: 'http://xn--9ca.com/' },
  };
  for (const [text, expected] of Object.entries(rows)) assert.deepStrictEqual(set(url.parse(text)), expected, text);
  assert.strictEqual(url.parse('//h/p').host, null);
  assert.strictEqual(url.parse('//h/p', false, true).host, 'h');
  assert.strictEqual(url.parse('/a?b=1&b=2', true).query.b[1], '2');
  assert.deepStrictEqual(Object.keys(new url.Url()), ['protocol', 'slashes', 'auth', 'host', 'port', 'hostname', 'hash', 'search', 'query', 'pathname', 'path', 'href']);
});

test('parse says what is wrong', () => {
  assert.throws(() => url.parse(1), { code: 'ERR_INVALID_ARG_TYPE' });
  for (const text of ['http://a]b/', 'http://xn--/', 'http://[a?]/']) assert.throws(() => url.parse(text), { code: 'ERR_INVALID_URL' }, text);
});

test('format puts parts together', () => {
  const rows = [
    [{ protocol: 'http', host: 'h', pathname: 'a', search: 'b', hash: 'c' }, 'http://h/a?b#c'],
    [{ protocol: 'http:', hostname: '::1', port: 8, query: { a: [1, 2] } }, 'http://[::1]:8?a=1&a=2'],
    [{ auth: 'u:p@', hostname: 'h', slashes: true }, '//u:p%40@h'],
    [{ pathname: '/a?#b', search: '?c#' }, '/a%3F%23b?c%23'],
    [{ protocol: 'mailto', host: 'a@b' }, 'mailto:a@b'],
    [{ protocol: 'file', pathname: '/a' }, 'file:///a'],
    [{}, ''],
    ['HTTP://A b', 'http://a/%20b'],
  ];
  for (const [value, expected] of rows) assert.strictEqual(url.format(value), expected);
  for (const value of [1, null, undefined]) assert.throws(() => url.format(value), { code: 'ERR_INVALID_ARG_TYPE' });
});

test('format leaves out of a WHATWG URL what it is told to', () => {
  const value = new URL('http://u:p@xn--9ca.com:81/a?b#c');
  assert.strictEqual(url.format(value), value.href);
  assert.strictEqual(url.format(value, { auth: false, unicode: true }), 'http://\u00e9.com:81/a?b#c');
  assert.strictEqual(url.format(value, { search: false, fragment: false }), 'http://u:p@xn--9ca.com:81/a');
  assert.throws(() => url.format(value, true), { code: 'ERR_INVALID_ARG_TYPE' });
});

test('resolve walks like a browser', () => {
  const rows = [
    ['/one/two/three', 'four', '/one/two/four'],
    ['http://h/', '/one', 'http://h/one'],
    ['http://h/one', '../../two', 'http://h/two'],
    ['http://u:p@h/a', '//i/b', 'http://i/b'],
    ['http://u:p@h/a', '/b', 'http://u:p@h/b'],
    ['http://h/a?b', '?c', 'http://h/a?c'],
    ['http://h/a?b', '#c', 'http://h/a?b#c'],
    ['http://h/a', 'https:b', 'https://b/'],
    ['http://h/a', 'mailto:x@y', 'mailto:x@y'],
    ['mailto:a@b', 'c@d', 'mailto:c@d'],
    ['a/b', '../../../c', '../../c'],
    ['http://h', '', 'http://h/'],
    ['file:///a/b', 'c', 'file:///a/c'],
  ];
  for (const [from, to, expected] of rows) assert.strictEqual(url.resolve(from, to), expected, `${from} + ${to}`);
  assert.strictEqual(url.resolveObject('http://h/a', 'b').pathname, '/b');
  assert.strictEqual(url.parse('http://h/a').resolve('b'), 'http://h/b');
});

test('domain names are converted both ways', () => {
  assert.strictEqual(url.domainToASCII('espa\u00f1ol.com'), 'xn--espaol-zwa.com');
  assert.strictEqual(url.domainToASCII('xn--i\u00f1valid.com'), '');
  assert.strictEqual(url.domainToUnicode('xn--espaol-zwa.com'), 'espa\u00f1ol.com');
  assert.throws(() => url.domainToASCII(), { code: 'ERR_MISSING_ARGS' });
});

test('paths and file URLs are each other\'s inverse', () => {
  const rows = [
    ['/a b/c%d?#\\\u00e9\n\t', 'file:///a%20b/c%25d%3F%23%5C%C3%A9%0A%09', false],
    ['/a/', 'file:///a/', false],
    ['C:\\a b\\#', 'file:///C:/a%20b/%23', true],
    ['\\\\host\\share\\f', 'file://host/share/f', true],
  ];
  for (const [path, href, windows] of rows) {
    assert.strictEqual(url.pathToFileURL(path, { windows }).href, href);
    assert.strictEqual(url.fileURLToPath(href, { windows }), path);
    assert.strictEqual(url.fileURLToPathBuffer(new URL(href), { windows }).toString(), path);
  }
  assert.strictEqual(url.fileURLToPathBuffer('file:///%ff', { windows: false })[1], 0xff);
});

test('file URLs that are no path say why', () => {
  const fails = (href, windows, code) => assert.throws(() => url.fileURLToPath(href, { windows }), { code }, `${href}`);
  fails('http://a', false, 'ERR_INVALID_URL_SCHEME');
  fails('file://h/a', false, 'ERR_INVALID_FILE_URL_HOST');
  fails('file:///a%2fb', false, 'ERR_INVALID_FILE_URL_PATH');
  fails('file:///C:/a%5cb', true, 'ERR_INVALID_FILE_URL_PATH');
  fails('file:///a', true, 'ERR_INVALID_FILE_URL_PATH');
  fails('x', false, 'ERR_INVALID_URL');
  for (const value of [1, {}, null]) fails(value, false, 'ERR_INVALID_ARG_TYPE');
  assert.throws(() => url.pathToFileURL(1), { code: 'ERR_INVALID_ARG_TYPE' });
  assert.throws(() => url.pathToFileURL('\\\\host', { windows: true }), { code: 'ERR_INVALID_ARG_VALUE' });
});

test('urlToHttpOptions gives what a request takes', () => {
  const options = url.urlToHttpOptions(new URL('https://a%20b:c@[::1]:81/x?y#z'));
  assert.deepStrictEqual({ ...options }, {
    protocol: 'https:', hostname: '::1', hash: '#z', search: '?y', pathname: '/x', path: '/x?y',
    href: 'https://a%20b:c@[::1]:81/x?y#z', port: 81, auth: 'a b:c',
  });
  assert.strictEqual(Object.getPrototypeOf(options), null);
});

test('it has the global classes', () => {
  assert.strictEqual(url.URL, URL);
  assert.strictEqual(url.URLSearchParams, URLSearchParams);
});
