'use strict';

module.exports = require('electron/electron');
