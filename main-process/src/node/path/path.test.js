'use strict';

const assert = require('node:assert');
const { test } = require('kaon:test');
const path = require('node:path');
const { posix, win32 } = path;

const check = (name, rows) => {
  for (const [api, run] of [[posix, rows.posix], [win32, rows.win32]]) {
    for (const [expected, ...args] of run ?? []) {
      const shown = `${api === posix ? 'posix' : 'win32'}.${name}(${args.map((arg) => JSON.stringify(arg)).join(', ')})`;
      assert.deepStrictEqual(api[name](...args), expected, shown);
    }
  }
};

test('the module is the platform\'s own half, and both halves name each other', () => {
  assert.strictEqual(path, process.platform === 'win32' ? win32 : posix);
  assert.strictEqual(posix.win32, win32);
  assert.strictEqual(win32.posix, posix);
  assert.strictEqual(require('node:path/posix'), posix);
  assert.strictEqual(require('path/win32'), win32);
  assert.strictEqual(posix._makeLong, posix.toNamespacedPath);
  assert.deepStrictEqual([posix.sep, posix.delimiter, win32.sep, win32.delimiter], ['/', ':', '\\', ';']);
});

test('normalize resolves dots, keeps a trailing separator and never leaves the root', () => {
  check('normalize', {
    posix: [['.', ''], ['./', './'], ['/', '/../..'], ['../a/', 'x/../../a//'], ['..a/b..', './..a//b..'], ['/a\\b', '/a\\b']],
    win32: [
      ['.', ''], ['\\', '/'], ['C:.', 'C:'], ['C:\\', 'C:/..'], ['C:..', 'C:a/../..'], ['\\\\h\\s\\', '//h/s'],
      ['\\\\h\\s\\b', '//h/s/a/../../b'], ['\\\\?\\', '\\\\?\\C:\\a\\..\\..'], ['\\\\.\\COM1', '\\\\.\\COM1'],
    ],
  });
});

test('a relative path is never normalized into a Windows drive or device', () => {
  check('normalize', {
    win32: [
      ['.\\c:\\x', './c:/x'], ['.\\c:', 'a/../c:'], ['.\\a\\b:', 'a/b:'], ['.\\CON:..\\a', 'CON:..\\a'],
      ['.\\LPT1:..\\..\\a', 'LPT1:../../a'], ['LPT9.foo:x', 'LPT9.foo:x'], ['COM0:x', 'COM0:x'],
    ],
  });
});

test('join skips what is empty and makes no share by accident', () => {
  check('join', {
    posix: [['.'], ['.', '', ''], ['/a/c', '/', 'a', 'b', '..', 'c'], ['../b', 'a', '../..', 'b']],
    win32: [['\\a\\b', '/', '/a', 'b'], ['\\\\a\\b\\', '//a', 'b'], ['\\a\\b', '/', '/', 'a/b'], ['c:\\a\\b', 'c:', 'a', 'b'], ['c:\\', 'c:/', '..']],
  });
});

test('resolve walks from the right until it has an absolute path', () => {
  check('resolve', {
    posix: [['/c/d', 'a', '/b', '../c', './d'], ['/', '/..']],
    win32: [['c:\\b', 'c:/a', '../b'], ['d:\\x', 'c:/a', 'd:/x'], ['c:\\a\\x', 'c:/a', 'd:/y', 'c:x'], ['\\\\h\\s\\a', '//h/s', 'a']],
  });
  assert.strictEqual(path.resolve(''), process.cwd());
});

test('relative goes up and down, and says where to when there is no common device', () => {
  check('relative', {
    posix: [['', '/a', '/a/'], ['../../c', '/a/b', '/c'], ['b/c', '/', '/b/c'], ['../ab', '/a', '/ab']],
    win32: [['', 'C:\\A', 'c:\\a'], ['..\\b', 'C:\\a', 'c:\\b'], ['D:\\b', 'C:\\a', 'D:\\b'], ['..\\t', '\\\\h\\s', '\\\\h\\t']],
  });
});

test('dirname cuts the last segment and leaves the root', () => {
  check('dirname', {
    posix: [['.', ''], ['/', '/'], ['/a', '/a/b/'], ['//', '//a'], ['.', 'a']],
    win32: [['C:\\', 'C:\\a'], ['C:', 'C:a'], ['\\\\h\\s\\', '\\\\h\\s\\a'], ['\\\\h\\s', '\\\\h\\s'], ['\\', '\\a'], ['.', 'a']],
  });
});

test('basename trims a suffix with all of Node\'s corner cases', () => {
  check('basename', {
    posix: [
      ['b.js', '/a/b.js/'], ['b', 'a/b.js', '.js'], ['.js', 'a/.js', '.js'], ['', '.js', '.js'], ['', '/'],
      ['/', '/', 'a'], ['..//', '..//', 'a..'], ['bbb', 'aaa/bbb', 'a/bbb'],
    ],
    win32: [['a', 'C:a'], ['', 'C:'], ['b', 'C:\\a\\b\\'], ['b', 'C:b.x', '.x']],
  });
});

test('extname sees the last dot of the last segment', () => {
  check('extname', {
    posix: [['', '.a'], ['.b', 'a.b/'], ['.', 'a.'], ['.', '...'], ['', '..'], ['', 'a.b/c'], ['.c', 'a.b.c']],
    win32: [['.b', 'C:a.b\\'], ['', 'C:.a']],
  });
});

test('parse and format are each other\'s inverse', () => {
  check('parse', {
    posix: [
      [{ root: '/', dir: '/a', base: 'b.c', ext: '.c', name: 'b' }, '/a/b.c'],
      [{ root: '', dir: '', base: '', ext: '', name: '' }, ''],
      [{ root: '/', dir: '/', base: '', ext: '', name: '' }, '/'],
      [{ root: '', dir: './a', base: '..', ext: '', name: '..' }, './a/..'],
    ],
    win32: [
      [{ root: 'C:\\', dir: 'C:\\a', base: 'b.c', ext: '.c', name: 'b' }, 'C:\\a\\b.c'],
      [{ root: 'C:', dir: 'C:', base: 'b', ext: '', name: 'b' }, 'C:b'],
      [{ root: '\\\\h\\s\\', dir: '\\\\h\\s\\', base: 'a', ext: '', name: 'a' }, '\\\\h\\s\\a'],
    ],
  });
  check('format', {
    posix: [['/a/b.c', { dir: '/a', base: 'b.c', name: 'x', root: '/y' }], ['a.b', { name: 'a', ext: 'b' }], ['/a', { root: '/', name: 'a' }], ['', {}]],
    win32: [['C:\\a', { root: 'C:\\', dir: 'C:\\', base: 'a' }], ['d\\b', { dir: 'd', base: 'b' }]],
  });
});

test('toNamespacedPath reaches long Windows paths and leaves others alone', () => {
  check('toNamespacedPath', {
    posix: [['a/b', 'a/b'], [null, null]],
    win32: [['\\\\?\\C:\\a', 'C:/a'], ['\\\\?\\UNC\\h\\s\\a', '//h/s/a'], ['', ''], [1, 1]],
  });
});

test('matchesGlob knows wildcards, sets, alternatives and any depth', () => {
  const both = [
    [true, 'foo/bar/baz', 'foo/[bcr]ar/*'], [false, 'foo/bar', 'foo/[!bcr]ar'], [true, 'a1', 'a[0-9]'], [true, 'foo/a/b', 'foo/**'],
    [true, 'a/b/c.js', '**/*.js'], [true, 'c.js', '**/*.js'], [false, '.c.js', '*.js'], [false, 'a/.b/c', 'a/**/c'], [true, '.c', '.*'],
    [false, '..', '.*'], [true, 'b', '{a,b}'], [true, 'x03', 'x{01..10}'], [false, 'x11', 'x{01..10}'], [true, 'ab', '+(a|b)'],
    [false, 'a', '!(a)'], [true, 'b', '!(a)'], [true, 'ac', 'a?(b)c'], [false, 'foo/bar', '*'], [true, 'a/../b', 'b'], [true, 'a+b', 'a+b'],
    [true, 'q', '[[:alpha:]]'], [false, '', '*'], [true, 'a(b', 'a(b'],
  ];
  check('matchesGlob', { posix: [...both, [false, 'a\\b', 'a/b']], win32: [...both, [true, 'a\\b', 'a/b'], [true, 'a\\b', 'a\\*']] });
});

test('every function says which argument is wrong', () => {
  const wrong = (message) => ({ name: 'TypeError', code: 'ERR_INVALID_ARG_TYPE', message });
  for (const api of [posix, win32]) {
    assert.throws(() => api.join('a', 1), wrong('The "path" argument must be of type string. Received type number (1)'));
    assert.throws(() => api.resolve('a', null), wrong('The "paths[1]" argument must be of type string. Received null'));
    assert.throws(() => api.relative('a', {}), wrong('The "to" argument must be of type string. Received an instance of Object'));
    assert.throws(() => api.basename('a', 1), wrong('The "suffix" argument must be of type string. Received type number (1)'));
    assert.throws(() => api.format(null), wrong('The "pathObject" argument must be of type object. Received null'));
    assert.throws(() => api.parse(), wrong('The "path" argument must be of type string. Received undefined'));
    assert.throws(() => api.matchesGlob('a', 1), wrong('The "pattern" argument must be of type string. Received type number (1)'));
  }
});
