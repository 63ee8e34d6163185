'use strict';

const OCTET = '(?:[0-9]|[1-9][0-9]|1[0-9][0-9]|2[0-4][0-9]|25[0-5])';
const V4 = `(?:${OCTET}\\.){3}${OCTET}`;
const GROUP = '[0-9a-fA-F]{1,4}';

/** Every way to abbreviate eight groups, with an IPv4 address in place of the last two or not. */
const forms = [`(?:${GROUP}:){7}(?:${GROUP}|:)`, `(?:${GROUP}:){6}(?:${V4}|:${GROUP}|:)`];
for (let groups = 5; groups >= 1; groups--) {
  const after = 7 - groups;
  forms.push(`(?:${GROUP}:){${groups}}(?:(?::${GROUP}){0,${after - 2}}:${V4}|(?::${GROUP}){1,${after}}|:)`);
}
forms.push(`:(?:(?::${GROUP}){0,5}:${V4}|(?::${GROUP}){1,7}|:)`);
const IPV4 = new RegExp(`^${V4}$`);
let ipv6;

const isIPv4 = (input) => IPV4.test(`${input}`);

function isIPv6(input) {
  const text = `${input}`;
  // The pattern is long, and most of what is asked about has no colon.
  if (!text.includes(':')) return false;
  ipv6 ??= new RegExp(`^(?:${forms.join('|')})(?:%[0-9a-zA-Z-.:]{1,})?$`);
  return ipv6.test(text);
}

/** 4, 6 or 0. Source: https://nodejs.org/api/net.html#netisipinput */
function isIP(input) {
  if (isIPv4(input)) return 4;
  return isIPv6(input) ? 6 : 0;
}

module.exports = { isIP, isIPv4, isIPv6 };
