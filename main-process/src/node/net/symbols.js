'use strict';

// What sockets keep beside their public properties.
module.exports = {
  kTimeout: Symbol('timeout'),
  kBuffer: Symbol('kBuffer'),
  kBufferCallback: Symbol('kBufferCb'),
  kNextBuffer: Symbol('kBufferGen'),
  kNoDelay: Symbol('kSetNoDelay'),
  kKeepAlive: Symbol('kSetKeepAlive'),
  kKeepAliveDelay: Symbol('kSetKeepAliveInitialDelay'),
  kLastQueueSize: Symbol('lastWriteQueueSize'),
  kBytesRead: Symbol('kBytesRead'),
  kBytesWritten: Symbol('kBytesWritten'),
};
