import assert from 'node:assert';
import mime, { Mime } from 'mime';

assert.strictEqual(mime.getType('a/b.c.HTML'), 'text/html');
assert.strictEqual(mime.getExtension('image/jpeg; q=1'), 'jpg');
assert.strictEqual(mime.getType('none'), null);
assert.strictEqual(new Mime({ 'text/x': ['x'] }).getType('f.x'), 'text/x');
