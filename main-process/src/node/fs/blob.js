'use strict';

const { codes } = require('internal/errors');
const { validateObject, validateString } = require('internal/validators');
const { DOMException } = require('web/events');
const { blobOf } = require('web/blob');
const { toPath } = require('./arguments');

const unreadable = () => new DOMException('The blob could not be read', 'NotReadableError');

/** A part of a file, for a blob. It is read when the blob is, and only if the file is as it was. */
class FilePart {
  constructor(file, start, length) {
    this.file = file;
    this.start = start;
    this.length = length;
  }

  get outside() {
    return true;
  }

  slice(from, to) {
    return new FilePart(this.file, this.start + from, to - from);
  }

  async read(from, to) {
    const { path, size, modified } = this.file;
    const handle = await require('node/fs/promises').open(path, 'r').catch(() => {
      throw unreadable();
    });
    try {
      const now = await handle.stat({ bigint: true });
      if (now.size !== size || now.mtimeNs !== modified) throw unreadable();
      const bytes = new Uint8Array(to - from);
      for (let done = 0; done < bytes.length;) {
        const { bytesRead } = await handle.read(bytes, done, bytes.length - done, this.start + from + done);
        if (bytesRead === 0) throw unreadable();
        done += bytesRead;
      }
      return bytes;
    } finally {
      await handle.close();
    }
  }
}

/** A blob over a file, none of which is read before it is asked for. */
function openAsBlob(path, options = {}) {
  validateObject(options, 'options');
  const { type = '' } = options;
  validateString(type, 'options.type');
  const file = toPath(path);
  const stat = require('node/fs').statSync(file, { bigint: true, throwIfNoEntry: false });
  if (stat === undefined || !stat.isFile()) throw new codes.ERR_INVALID_ARG_VALUE('path', path, 'Unable to open file as blob');
  const part = new FilePart({ path: file, size: stat.size, modified: stat.mtimeNs }, 0, Number(stat.size));
  return Promise.resolve(blobOf([part], type));
}

module.exports = { openAsBlob };
