// Writes, reads and removes 10,000 files, 64 at a time; prints how long that took, in milliseconds.
'use strict';
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');

const COUNT = 10_000;
const WORKERS = 64;

async function main() {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'kaon bench '));
  const text = 'x'.repeat(1024);
  const each = async (work) => {
    let next = 0;
    const worker = async () => {
      while (next < COUNT) await work(path.join(folder, `${next++}`));
    };
    await Promise.all(Array.from({ length: WORKERS }, worker));
  };
  const begin = process.hrtime.bigint();
  await each((name) => fs.promises.writeFile(name, text));
  await each(async (name) => {
    if ((await fs.promises.readFile(name, 'utf8')) !== text) throw new Error(`${name} is not what was written`);
  });
  await each((name) => fs.promises.unlink(name));
  console.log(Number(process.hrtime.bigint() - begin) / 1e6);
  fs.rmdirSync(folder);
}
main();
