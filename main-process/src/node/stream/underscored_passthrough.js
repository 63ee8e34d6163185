'use strict';

// The name it had before it was public: _stream_passthrough.
module.exports = require('node/stream').PassThrough;
