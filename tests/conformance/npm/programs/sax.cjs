'use strict';
const assert = require('node:assert');
const sax = require('sax');

const seen = [];
const parser = sax.parser(true, { xmlns: true });
parser.onopentag = (node) => seen.push(`<${node.local} ${Object.values(node.attributes).map((one) => one.value)}>`);
parser.ontext = (text) => seen.push(text);
parser.oncdata = (text) => seen.push(`[${text}]`);
parser.onclosetag = (name) => seen.push(`</${name}>`);
for (const part of ['<a x="1&a', 'mp;"><x:b xmlns:x="urn:x">te', 'xt</x:b><![CDATA[<raw>]]></a>']) parser.write(part);
parser.close();
assert.deepStrictEqual(seen, ['<a 1&>', '<b urn:x>', 'text', '</x:b>', '[<raw>]', '</a>']);
assert.throws(() => sax.parser(true).write('<a></b>').close(), /Unmatched closing tag: b/);
