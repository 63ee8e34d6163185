'use strict';

const { codes, systemErrors, systemErrorName, uvErrmapGet } = require('internal/errors');
const { validateNumber } = require('internal/validators');

function checkErrno(errno) {
  validateNumber(errno, 'err');
  if (errno >= 0 || !Number.isSafeInteger(errno)) {
    throw new codes.ERR_OUT_OF_RANGE('err', 'a negative integer', errno);
  }
}

function getSystemErrorName(errno) {
  checkErrno(errno);
  return systemErrorName(errno);
}

function getSystemErrorMessage(errno) {
  checkErrno(errno);
  return uvErrmapGet(errno)?.[1] ?? `Unknown system error ${errno}`;
}

function getSystemErrorMap() {
  return new Map(systemErrors());
}

module.exports = { getSystemErrorName, getSystemErrorMessage, getSystemErrorMap };
