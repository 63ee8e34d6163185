'use strict';

const { Buffer } = require('node/buffer');

/** What a server sends of its certificate's state, and what a client's user sees of it: the bytes, or null. */
module.exports = {
  encode: (response) => new Uint8Array(Buffer.from(response)),
  responseOf: (response) => (response && response.length > 0 ? Buffer.from(response.buffer) : null),
};
