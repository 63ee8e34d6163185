'use strict';
const assert = require('node:assert');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const AdmZip = require('adm-zip');

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'adm zip '));
const zip = new AdmZip();
zip.addFile('a/ü.txt', Buffer.from('text '.repeat(100)), 'a comment');
zip.addFile('b.bin', Buffer.alloc(5000, 7));
zip.writeZip(path.join(folder, 'x.zip'));
const again = new AdmZip(path.join(folder, 'x.zip'));
assert.deepStrictEqual(again.getEntries().map((entry) => [entry.entryName, entry.comment]).sort(), [['a/ü.txt', 'a comment'], ['b.bin', '']]);
again.extractAllTo(path.join(folder, 'out'), true);
assert.strictEqual(fs.readFileSync(path.join(folder, 'out/a/ü.txt'), 'utf8'), 'text '.repeat(100));
assert.deepStrictEqual(fs.readFileSync(path.join(folder, 'out/b.bin')), Buffer.alloc(5000, 7));
fs.rmSync(folder, { recursive: true });
