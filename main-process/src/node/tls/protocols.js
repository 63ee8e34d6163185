'use strict';

const { Buffer } = require('node/buffer');
const { codes } = require('internal/errors');

/** Names of application protocols on the wire: each after its length. */
function encode(protocols) {
  const parts = protocols.map((protocol, index) => {
    const name = Buffer.from(protocol);
    if (name.length > 255) {
      throw new codes.ERR_OUT_OF_RANGE(
        `The byte length of the protocol at index ${index} exceeds the maximum length.`, '<= 255', name.length, true);
    }
    return Buffer.concat([Buffer.from([name.length]), name]);
  });
  return Buffer.concat(parts);
}

/** Sets `out.ALPNProtocols` to the wire's form of a list or of bytes that have it already. */
function convertALPNProtocols(protocols, out) {
  if (Array.isArray(protocols)) {
    out.ALPNProtocols = encode(protocols);
  } else if (protocols instanceof Uint8Array) {
    // A copy, since the caller may go on to use the memory.
    out.ALPNProtocols = Buffer.from(protocols);
  } else if (ArrayBuffer.isView(protocols)) {
    out.ALPNProtocols = Buffer.from(protocols.buffer.slice(protocols.byteOffset, protocols.byteOffset + protocols.byteLength));
  }
}

/** The names in bytes of the wire's form. */
function decode(bytes) {
  const names = [];
  for (let at = 0; bytes && at < bytes.length; at += bytes[at] + 1) names.push(bytes.subarray(at + 1, at + 1 + bytes[at]));
  return names.filter((name) => name.length > 0);
}

module.exports = { convertALPNProtocols, decode };
