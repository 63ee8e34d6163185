'use strict';
const assert = require('node:assert');
const JSZip = require('jszip');

(async () => {
  const zip = new JSZip();
  zip.file('hello.txt', 'Hello\n');
  zip.folder('images').file('dot.gif', 'R0lGODlhAQABAAAAACw=', { base64: true });
  const bytes = await zip.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' });
  const again = await JSZip.loadAsync(bytes);
  assert.strictEqual(await again.file('hello.txt').async('string'), 'Hello\n');
  assert.strictEqual((await again.file('images/dot.gif').async('uint8array'))[0], 0x47);
  const parts = [];
  await new Promise((resolve, reject) =>
    zip.generateNodeStream({ streamFiles: true }).on('data', (part) => parts.push(part)).on('end', resolve).on('error', reject),
  );
  assert.strictEqual(Object.keys((await JSZip.loadAsync(Buffer.concat(parts))).files).length, 3);
  await assert.rejects(JSZip.loadAsync('no zip at all'), /end of central directory/);
})();
