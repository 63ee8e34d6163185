'use strict';

// The name it had before it was public: _stream_transform.
module.exports = require('node/stream').Transform;
