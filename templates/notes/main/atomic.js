'use strict';

const fs = require('node:fs/promises');
const path = require('node:path');

let count = 0;

/** Writes the whole text or nothing: a crash or a full disk leaves the old file as it was. */
async function writeAtomically(target, text) {
  count += 1;
  const temporary = path.join(path.dirname(target), `.${path.basename(target)}.${process.pid}-${count}.tmp`);
  try {
    const handle = await fs.open(temporary, 'wx', 0o644);
    try {
      await handle.writeFile(text, 'utf8');
      await handle.sync();
    } finally {
      await handle.close();
    }
    await fs.rename(temporary, target);
  } catch (error) {
    await fs.rm(temporary, { force: true });
    throw error;
  }
}

module.exports = { writeAtomically };
