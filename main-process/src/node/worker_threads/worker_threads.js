'use strict';

const { MessageChannel, MessagePort, receiveMessageOnPort } = require('web/message_channel');
const { BroadcastChannel } = require('web/message_channel/broadcast');
const { kPort, uncloneable, untransferable } = require('internal/clone/hosts');
const { codes } = require('internal/errors');
const { SHARE_ENV } = require('./options');
const { Worker } = require('./worker');
const { setEnvironmentData, getEnvironmentData } = require('./environment');

const isObject = (value) => (typeof value === 'object' && value !== null) || typeof value === 'function';

function markAsUntransferable(object) {
  if (isObject(object)) untransferable.add(object);
}

function isMarkedAsUntransferable(object) {
  return isObject(object) && untransferable.has(object);
}

function markAsUncloneable(object) {
  if (isObject(object)) uncloneable.add(object);
}

function moveMessagePortToContext(port) {
  if (!(port instanceof MessagePort)) {
    const error = new TypeError('The "port" argument must be a MessagePort instance');
    error.code = 'ERR_INVALID_ARG_TYPE';
    throw error;
  }
  if (port[kPort] === 0) throw new codes.ERR_CLOSED_MESSAGE_PORT();
  throw new codes.ERR_NOT_SUPPORTED('worker_threads.moveMessagePortToContext');
}

module.exports = {
  isMainThread: !native.isWorker,
  isInternalThread: false,
  MessagePort,
  MessageChannel,
  markAsUncloneable,
  markAsUntransferable,
  isMarkedAsUntransferable,
  moveMessagePortToContext,
  receiveMessageOnPort,
  resourceLimits: {},
  postMessageToThread: (...args) => require('./messaging').postMessageToThread(...args),
  threadId: native.threadId,
  SHARE_ENV,
  Worker,
  parentPort: null,
  workerData: null,
  BroadcastChannel,
  setEnvironmentData,
  getEnvironmentData,
};
