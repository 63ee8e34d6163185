'use strict';
const assert = require('node:assert');
const Mustache = require('mustache');

const view = { name: '<b>', items: [{ n: 1 }, { n: 2 }], none: [], bold: () => (text, render) => `*${render(text)}*` };
const template = '{{name}} {{{name}}}{{#items}} {{n}}{{/items}}{{^none}} nothing{{/none}} {{#bold}}{{name}}{{/bold}}{{> part}}';
assert.strictEqual(Mustache.render(template, view, { part: ' [{{items.length}}]' }), '&lt;b&gt; <b> 1 2 nothing *&lt;b&gt;* [2]');
assert.throws(() => Mustache.render('{{#a}}', {}), /Unclosed section "a"/);
