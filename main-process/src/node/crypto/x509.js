'use strict';

const { codes } = require('internal/errors');

class X509Certificate {
  constructor() {
    throw new codes.ERR_NOT_SUPPORTED('crypto.X509Certificate');
  }
}

module.exports = { X509Certificate };
