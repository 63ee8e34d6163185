'use strict';

const { encode } = require('./codec/encode');
const { decode } = require('./codec/decode');

module.exports = { encode, decode };
