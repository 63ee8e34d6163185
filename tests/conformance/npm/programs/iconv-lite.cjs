'use strict';
const assert = require('node:assert');
const iconv = require('iconv-lite');

assert.deepStrictEqual([...iconv.encode('grüß €', 'win1252')], [0x67, 0x72, 0xfc, 0xdf, 0x20, 0x80]);
assert.strictEqual(iconv.decode(Buffer.from([0x82, 0xa0, 0x93, 0xfa]), 'Shift_JIS'), 'あ日');
assert.strictEqual(iconv.decode(iconv.encode('漢字 emoji 😀', 'gb18030'), 'gb18030'), '漢字 emoji 😀');
assert.strictEqual(iconv.decode(iconv.encode('a😀', 'utf16', { addBOM: true }), 'utf16'), 'a😀');
const stream = iconv.decodeStream('koi8-r');
let text = '';
stream.on('data', (part) => (text += part)).on('end', () => assert.strictEqual(text, 'привет'));
for (const byte of iconv.encode('привет', 'koi8-r')) stream.write(Buffer.from([byte]));
stream.end();
