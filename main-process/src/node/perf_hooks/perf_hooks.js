'use strict';

module.exports = {
  ...require('web/performance'),
  monitorEventLoopDelay: (options) => require('./histogram').monitorEventLoopDelay(options),
  createHistogram: (options) => require('./histogram').createHistogram(options),
};
