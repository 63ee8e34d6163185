// A zip and a gzipped tar, read back by two other packages.
import assert from 'node:assert';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { TarArchive, ZipArchive } from 'archiver';
import AdmZip from 'adm-zip';
import * as tar from 'tar';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'archiver '));
for (const [archive, name] of [
  [new ZipArchive({ zlib: { level: 9 } }), 'a.zip'],
  [new TarArchive({ gzip: true }), 'a.tgz'],
]) {
  archive.append('hello '.repeat(1000), { name: 'hello.txt' });
  archive.append(Buffer.from([1, 2, 3]), { name: 'deep/bytes.bin' });
  const written = pipeline(archive, fs.createWriteStream(path.join(folder, name)));
  await archive.finalize();
  await written;
}
const zip = new AdmZip(path.join(folder, 'a.zip'));
assert.strictEqual(zip.readAsText('hello.txt'), 'hello '.repeat(1000));
assert.deepStrictEqual([...zip.readFile('deep/bytes.bin')], [1, 2, 3]);
const names = [];
await tar.list({ file: path.join(folder, 'a.tgz'), onReadEntry: (entry) => names.push(entry.path) });
assert.deepStrictEqual(names.sort(), ['deep/bytes.bin', 'hello.txt']);
fs.rmSync(folder, { recursive: true });
