'use strict';

const assert = require('node:assert');
const { test } = require('kaon:test');

test('names in a path are found', () => {
  const pattern = new URLPattern({ pathname: '/books/:id/:page?' });
  assert.deepStrictEqual(pattern.exec('https://a.b/books/12/3').pathname, { input: '/books/12/3', groups: { id: '12', page: '3' } });
  assert.deepStrictEqual(pattern.exec('https://a.b/books/12').pathname.groups, { id: '12', page: undefined });
  assert.strictEqual(pattern.exec('https://a.b/other'), null);
  assert.strictEqual(pattern.pathname, '/books/:id/:page?');
  assert.strictEqual(pattern.hostname, '*');
});

test('a string gives every component', () => {
  const pattern = new URLPattern('https://*.example.com:8080/a/*\\?q=:q#top');
  const { protocol, hostname, port, pathname, search, hash } = pattern;
  assert.deepStrictEqual([protocol, hostname, port, pathname, search, hash], ['https', '*.example.com', '8080', '/a/*', 'q=:q', 'top']);
  const found = pattern.exec('https://www.example.com:8080/a/b/c?q=x#top');
  assert.deepStrictEqual([found.hostname.groups, found.pathname.groups, found.search.groups], [{ 0: 'www' }, { 0: 'b/c' }, { q: 'x' }]);
  assert.strictEqual(pattern.test('https://example.com:8080/a/b?q=x#top'), false);
});

test('a relative pattern takes what it lacks from its base', () => {
  const pattern = new URLPattern('../c/:x', 'https://a.b/x/y/');
  assert.strictEqual(pattern.hostname, 'a.b');
  assert.strictEqual(pattern.test('/c/1', 'https://a.b/x'), pattern.test('https://a.b/c/1'));
  assert.throws(() => new URLPattern('/no-base'), TypeError);
  assert.strictEqual(new URLPattern('/foo', 'https://a.b').test('https://a.b/foo'), true);
});

test('modifiers, groups and regular expressions match as often as they say', () => {
  const matches = (pathname, path) => new URLPattern({ pathname }).test({ pathname: path });
  assert.ok(matches('/a/:b+', '/a/x/y') && !matches('/a/:b+', '/a'));
  assert.ok(matches('/a/:b*', '/a') && matches('/a{.html}?', '/a.html') && matches('/a{.html}?', '/a'));
  assert.ok(matches('/:n(\\d+)', '/12') && !matches('/:n(\\d+)', '/x'));
  assert.strictEqual(new URLPattern({ pathname: '/:n(\\d+)' }).hasRegExpGroups, true);
  assert.strictEqual(new URLPattern({ pathname: '/:n' }).hasRegExpGroups, false);
});

test('components are normalised before they are compared', () => {
  assert.strictEqual(new URLPattern({ protocol: 'https', port: '443' }).port, '');
  assert.strictEqual(new URLPattern({ pathname: '/caf\u00e9' }).pathname, '/caf%C3%A9');
  assert.strictEqual(new URLPattern({ hostname: '[\\:\\:AB]' }).hostname, '[\\:\\:ab]');
  assert.strictEqual(new URLPattern({ pathname: '/A' }, { ignoreCase: true }).test('https://x.y/a'), true);
  assert.strictEqual(new URLPattern('data\\:foobar').test('data:foobar'), true);
});

test('what is no pattern is refused', () => {
  for (const init of [{ pathname: '/(' }, { pathname: '/:a/:a' }, { hostname: 'a b' }, { port: 'x' }, { pathname: '/{' }]) {
    assert.throws(() => new URLPattern(init), TypeError, JSON.stringify(init));
  }
  assert.throws(() => new URLPattern({}, 'https://a.b'), TypeError);
  assert.strictEqual(new URLPattern().test('no url'), false);
  assert.strictEqual(new URLPattern().test('https://a.b'), true);
});
