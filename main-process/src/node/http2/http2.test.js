'use strict';

const assert = require('node:assert');
const test = require('kaon:test');
const http2 = require('node:http2');

test('the constants are those of the protocol', () => {
  const { constants } = http2;
  assert.strictEqual(constants.HTTP2_HEADER_CONTENT_TYPE, 'content-type');
  assert.strictEqual(constants.HTTP2_HEADER_PATH, ':path');
  assert.strictEqual(constants.HTTP2_METHOD_VERSION_CONTROL, 'VERSION-CONTROL');
  assert.strictEqual(constants.HTTP_STATUS_TEAPOT, 418);
  assert.strictEqual(constants.NGHTTP2_CANCEL, 8);
  assert.strictEqual(Object.keys(constants).length, 240);
});
