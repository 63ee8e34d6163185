'use strict';

const { validateOneOf } = require('internal/validators');

const ORDERS = ['ipv4first', 'ipv6first', 'verbatim'];
let current = 'verbatim';

/** In which order `lookup` gives addresses, for the callbacks and the promises alike. */
module.exports = {
  ORDERS,
  get: () => current,
  set(value) {
    validateOneOf(value, 'dnsOrder', ORDERS);
    current = value;
  },
};
