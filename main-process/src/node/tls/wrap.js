'use strict';

// What older programs get TLS by.
module.exports = {
  TLSSocket: require('./socket').TLSSocket,
  Server: require('./server').Server,
  createServer: require('./server').createServer,
  connect: require('./connect').connect,
};
