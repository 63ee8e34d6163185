'use strict';

/** Records as scripts see them, from rows `[type, ttl, ...fields]`. */
module.exports = {
  MX: ([, , priority, exchange]) => ({ exchange, priority }),
  SRV: ([, , priority, weight, port, name]) => ({ name, port, priority, weight }),
  NAPTR: ([, , order, preference, flags, service, regexp, replacement]) =>
    ({ flags, service, regexp, replacement, order, preference }),
  SOA: ([, , nsname, hostmaster, serial, refresh, retry, expire, minttl]) =>
    ({ nsname, hostmaster, serial, refresh, retry, expire, minttl }),
  CAA: ([, , critical, tag, value]) => ({ critical, [tag]: value }),
  TLSA: ([, , certUsage, selector, match, data]) =>
    ({ certUsage, selector, match, data: new Uint8Array(data).buffer }),
};
