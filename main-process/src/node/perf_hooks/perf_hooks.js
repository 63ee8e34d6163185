'use strict';

const { codes } = require('internal/errors');

const unsupported = (name) => () => {
  throw new codes.ERR_NOT_SUPPORTED(`perf_hooks.${name}`);
};

module.exports = {
  ...require('web/performance'),
  monitorEventLoopDelay: unsupported('monitorEventLoopDelay'),
  createHistogram: unsupported('createHistogram'),
};
