'use strict';

const { codes } = require('internal/errors');

const VERSIONS = { 'TLSv1': 10, 'TLSv1.1': 11, 'TLSv1.2': 12, 'TLSv1.3': 13 };
const LEAST = 12;
const MOST = 13;

// What OpenSSL's methods stand for.
const METHODS = {
  TLS: [LEAST, MOST], SSLv23: [LEAST, 12], TLSv1_2: [12, 12], TLSv1_1: [11, 11], TLSv1: [10, 10],
};

/** The range that a name such as `TLSv1_2_client_method` stands for. */
function rangeOfMethod(name) {
  const [, method] = /^(.*?)(?:_client|_server)?_method$/.exec(name) ?? [];
  if (method === 'SSLv2' || method === 'SSLv3') throw new codes.ERR_TLS_INVALID_PROTOCOL_METHOD(`${method} methods disabled`);
  const range = Object.hasOwn(METHODS, method ?? '') ? METHODS[method] : undefined;
  if (range === undefined) throw new codes.ERR_TLS_INVALID_PROTOCOL_METHOD(`Unknown method: ${name}`);
  return range;
}

function versionOf(name, which, byDefault) {
  const version = VERSIONS[name ?? byDefault];
  if (version === undefined) throw new codes.ERR_TLS_INVALID_PROTOCOL_VERSION(name, which);
  return version;
}

// Bits of `secureOptions`.
const NO_TLS_1_2 = 0x08000000;
const NO_TLS_1_3 = 0x20000000;

/** `{ least, most }` of 12 and 13. */
function range({ secureProtocol, minVersion, maxVersion }, secureOptions, defaults) {
  let least, most;
  if (secureProtocol !== undefined && secureProtocol !== null) {
    for (const version of [minVersion, maxVersion]) {
      if (version !== undefined && version !== null) throw new codes.ERR_TLS_PROTOCOL_VERSION_CONFLICT(version, secureProtocol);
    }
    [least, most] = rangeOfMethod(`${secureProtocol}`);
  } else {
    least = versionOf(minVersion, 'minimum', defaults.min);
    most = versionOf(maxVersion, 'maximum', defaults.max);
  }
  if (secureOptions & NO_TLS_1_3) most = Math.min(most, 12);
  if (secureOptions & NO_TLS_1_2) least = Math.max(least, 13);
  if (most < LEAST) throw new codes.ERR_NOT_SUPPORTED(`tls: TLS versions before TLSv1.2`);
  return { least: Math.max(least, LEAST), most };
}

module.exports = { range };
