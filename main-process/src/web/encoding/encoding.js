'use strict';

const { atob, btoa } = require('./base64');
const { TextEncoder } = require('./text_encoder');
const { TextDecoder } = require('./text_decoder');

module.exports = { TextEncoder, TextDecoder, atob, btoa };
