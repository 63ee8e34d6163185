'use strict';

const { validateBoolean, validateInt32 } = require('internal/validators');

const { text, isOff } = require('internal/options');

const SHORTEST = 10;
const attemptTimeoutOf = (given) => (given === undefined ? 250 : Math.max(Number(given) || 250, SHORTEST));

/** What connections do unless they are told otherwise. */
const defaults = {
  autoSelectFamily: !isOff('network-family-autoselection'),
  attemptTimeout: attemptTimeoutOf(text('network-family-autoselection-attempt-timeout')),
};

Object.defineProperty(defaults, 'functions', {
  value: {
    getDefaultAutoSelectFamily: () => defaults.autoSelectFamily,
    setDefaultAutoSelectFamily(value) {
      validateBoolean(value, 'value');
      defaults.autoSelectFamily = value;
    },
    getDefaultAutoSelectFamilyAttemptTimeout: () => defaults.attemptTimeout,
    setDefaultAutoSelectFamilyAttemptTimeout(value) {
      validateInt32(value, 'value', 1);
      defaults.attemptTimeout = Math.max(value, SHORTEST);
    },
  },
});

module.exports = defaults;
