'use strict';

const { codes } = require('internal/errors');
const { refusing } = require('internal/refusal');

/** Nobody inspects this program. */
const url = () => undefined;
const close = () => {};

function waitForDebugger() {
  throw new codes.ERR_INSPECTOR_NOT_ACTIVE();
}

module.exports = {
  open: refusing('inspector.open'),
  close,
  url,
  waitForDebugger,
  console: require('node/console'),
  Session: refusing('inspector.Session'),
  Network: {},
};
