'use strict';

// Node's `stream/web`: the web's streams under Node's roof.

const streams = require('web/streams');

module.exports = {
  ...streams,
  get CompressionStream() {
    return require('node/zlib/web').CompressionStream;
  },
  get DecompressionStream() {
    return require('node/zlib/web').DecompressionStream;
  },
};
