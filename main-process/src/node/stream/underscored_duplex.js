'use strict';

// The name it had before it was public: _stream_duplex.
module.exports = require('node/stream').Duplex;
