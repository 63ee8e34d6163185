'use strict';

const { refuseAll } = require('internal/refusal');

module.exports = refuseAll({}, 'wasi', ['WASI'], 'its engine has no WebAssembly');
