'use strict';
const assert = require('node:assert');
const YAML = require('yaml');

const text = 'a: &x\n  - 1\n  - two # said\nb: *x\nwhen: 2001-12-15T02:59:43Z\nlong: |\n  one\n  two\n';
const value = YAML.parse(text, { customTags: ['timestamp'] });
assert.deepStrictEqual(value, { a: [1, 'two'], b: [1, 'two'], when: new Date('2001-12-15T02:59:43Z'), long: 'one\ntwo\n' });
const document = YAML.parseDocument(text);
document.setIn(['a', 0], 7);
assert.match(String(document), /- 7\n {2}- two # said/);
assert.throws(() => YAML.parse('a: [1\nb: 2'), { name: 'YAMLParseError' });
assert.strictEqual(YAML.stringify({ list: ['x', { y: null }], s: 'yes: no' }), 'list:\n  - x\n  - y: null\ns: "yes: no"\n');
