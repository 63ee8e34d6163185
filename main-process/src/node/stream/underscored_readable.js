'use strict';

// The name it had before it was public: _stream_readable.
module.exports = require('node/stream').Readable;
