'use strict';

const { refuseAll } = require('internal/refusal');

module.exports = refuseAll({ getEnabledCategories: () => undefined }, 'trace_events', ['createTracing']);
