'use strict';

const { DOMException } = require('./dom_exception');
const { Event, CustomEvent } = require('./event');
const { EventTarget, defaultMaxListeners, defineEventHandler, listenersOf, isEventTarget } = require('./event_target');
const { AbortController, AbortSignal } = require('./abort');
const symbols = require('./symbols');

module.exports = {
  DOMException,
  Event,
  CustomEvent,
  EventTarget,
  AbortController,
  AbortSignal,
  defaultMaxListeners,
  defineEventHandler,
  listenersOf,
  isEventTarget,
  symbols,
};
