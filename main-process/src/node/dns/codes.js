'use strict';

const { dnsException } = require('internal/errors');

/** Without the `E` of their values. */
const codes = {};
for (const name of [
  'NODATA', 'FORMERR', 'SERVFAIL', 'NOTFOUND', 'NOTIMP', 'REFUSED', 'BADQUERY', 'BADNAME', 'BADFAMILY', 'BADRESP',
  'CONNREFUSED', 'TIMEOUT', 'EOF', 'FILE', 'NOMEM', 'DESTRUCTION', 'BADSTR', 'BADFLAGS', 'NONAME', 'BADHINTS',
  'NOTINITIALIZED', 'LOADIPHLPAPI', 'ADDRGETNETWORKPARAMS', 'CANCELLED',
]) {
  codes[name] = `E${name}`;
}

const EAI_NODATA = -3007;
const EAI_NONAME = -3008;

/** `getaddrinfo ENOTFOUND x`: the system tells apart names without addresses and names that are not there. */
function failure(errnoOrCode, syscall, hostname) {
  if (errnoOrCode !== EAI_NODATA && errnoOrCode !== EAI_NONAME) return dnsException(errnoOrCode, syscall, hostname);
  const error = dnsException('ENOTFOUND', syscall, hostname);
  error.errno = errnoOrCode;
  return error;
}

module.exports = { codes, failure };
