'use strict';

// The name it had before it was public: _stream_writable.
module.exports = require('node/stream').Writable;
