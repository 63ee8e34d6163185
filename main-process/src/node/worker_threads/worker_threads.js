'use strict';

const { MessageChannel, MessagePort } = require('web/message_channel');
const { codes } = require('internal/errors');

const untransferable = new WeakSet();
const environment = new Map();

class Worker {
  constructor() {
    throw new codes.ERR_NOT_SUPPORTED('worker_threads.Worker', 'it is not there yet');
  }
}

function refuse(name) {
  return () => {
    throw new codes.ERR_NOT_SUPPORTED(`worker_threads.${name}`, 'it is not there yet');
  };
}

function setEnvironmentData(key, value) {
  if (value === undefined) environment.delete(key);
  else environment.set(key, value);
}

module.exports = {
  isMainThread: true,
  isInternalThread: false,
  MessagePort,
  MessageChannel,
  markAsUntransferable: (object) => { untransferable.add(object); },
  isMarkedAsUntransferable: (object) => untransferable.has(object),
  markAsUncloneable: refuse('markAsUncloneable'),
  moveMessagePortToContext: refuse('moveMessagePortToContext'),
  receiveMessageOnPort: refuse('receiveMessageOnPort'),
  resourceLimits: {},
  postMessageToThread: refuse('postMessageToThread'),
  threadId: 0,
  SHARE_ENV: Symbol.for('nodejs.worker_threads.SHARE_ENV'),
  Worker,
  parentPort: null,
  workerData: null,
  BroadcastChannel: class BroadcastChannel {
    constructor() {
      refuse('BroadcastChannel')();
    }
  },
  setEnvironmentData,
  getEnvironmentData: (key) => environment.get(key),
};
