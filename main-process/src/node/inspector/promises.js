'use strict';

module.exports = { ...require('./inspector'), Session: require('internal/refusal').refusing('inspector/promises.Session') };
