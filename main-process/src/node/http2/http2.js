'use strict';

const { refuseAll } = require('internal/refusal');

module.exports = refuseAll({ constants: require('./constants'), sensitiveHeaders: Symbol('sensitiveHeaders') }, 'http2', [
  'connect', 'createServer', 'createSecureServer', 'getDefaultSettings', 'getPackedSettings', 'getUnpackedSettings',
  'performServerHandshake', 'Http2ServerRequest', 'Http2ServerResponse',
]);
