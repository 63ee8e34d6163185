'use strict';

const { channel } = require('node/diagnostics_channel');

// Where tools listen that watch what a program does. Whether anybody does is looked up before anything is made to tell.
const channels = {
  requestStart: channel('http.server.request.start'),
  responseCreated: channel('http.server.response.created'),
  responseFinish: channel('http.server.response.finish'),
  clientRequestCreated: channel('http.client.request.created'),
  clientRequestStart: channel('http.client.request.start'),
  clientRequestError: channel('http.client.request.error'),
  clientResponseFinish: channel('http.client.response.finish'),
};

// A request goes the short way as long as nobody ever wanted to hear of one.
const watch = { isOn: false };
for (const one of [channels.requestStart, channels.responseCreated, channels.responseFinish]) {
  for (const name of ['subscribe', 'bindStore']) {
    one[name] = function (...args) {
      watch.isOn = true;
      return Object.getPrototypeOf(this)[name].apply(this, args);
    };
  }
}

module.exports = { channels, watch };
