'use strict';

const { codes } = require('internal/errors');
const { Blob, isBlob } = require('web/blob');

// What `blob:` URLs of this program stand for, until they are revoked.
const registered = new Map();

const PREFIX = 'blob:nodedata:';

function createObjectURL(blob) {
  if (!isBlob(blob)) throw new codes.ERR_INVALID_ARG_TYPE('obj', 'Blob', blob);
  const { crypto } = require('web/crypto');
  const id = crypto.randomUUID();
  registered.set(id, blob);
  return PREFIX + id;
}

const idOf = (url) => {
  const text = `${url}`;
  return text.startsWith(PREFIX) ? text.slice(PREFIX.length).split(/[?#]/, 1)[0] : undefined;
};

/** A blob of the same bytes; undefined for what is no such URL. */
function resolveObjectURL(url) {
  const blob = registered.get(idOf(url));
  return blob === undefined ? undefined : Blob.prototype.slice.call(blob, 0, blob.size, blob.type);
}

function revokeObjectURL(url) {
  registered.delete(idOf(url));
}

module.exports = { createObjectURL, resolveObjectURL, revokeObjectURL };
