'use strict';

const { codes } = require('internal/errors');

const isIP = (host) => require('node/net').isIP(host);
const domainToASCII = (host) => require('node/url').domainToASCII(host);

const withoutDot = (host) => (host.endsWith('.') ? host.slice(0, -1) : host);
const partsOf = (host) => withoutDot(host).toLowerCase().split('.');

/** Whether a host is what a pattern such as `*.example.com` or `a*.example.com` stands for. */
function matches(host, pattern, allowsWildcards) {
  if (!pattern) return false;
  const wanted = partsOf(pattern);
  if (host.length !== wanted.length) return false;
  // Pattern or host may not be decoded at another layer than this.
  if (wanted.includes('') || wanted.some((part) => /[^\u0021-\u007F]/.test(part))) return false;
  for (let index = host.length - 1; index > 0; index--) {
    if (host[index] !== wanted[index]) return false;
  }
  const [first] = wanted;
  const pieces = first.split('*');
  if (pieces.length === 1 || first.includes('xn--')) return host[0] === first;
  if (!allowsWildcards || pieces.length > 2 || wanted.length <= 2) return false;
  const [start, end] = pieces;
  return start.length + end.length <= host[0].length && host[0].startsWith(start) && host[0].endsWith(end);
}

/** Splits `DNS:a, DNS:"b\u002c c"` at the commas that separate. */
function splitNames(text) {
  const names = [];
  let current = '';
  let at = 0;
  while (at < text.length) {
    const comma = text.indexOf(', ', at);
    const quote = text.indexOf('"', at);
    if (quote !== -1 && (comma === -1 || quote < comma)) {
      const string = /^"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/.exec(text.slice(quote));
      if (!string) throw new codes.ERR_TLS_CERT_ALTNAME_FORMAT();
      current += text.slice(at, quote) + JSON.parse(string[0]);
      at = quote + string[0].length;
    } else if (comma === -1) {
      current += text.slice(at);
      at = text.length;
    } else {
      names.push(current + text.slice(at, comma));
      current = '';
      at = comma + 2;
    }
  }
  names.push(current);
  return names;
}

/** An address in one form only, so that its spellings compare equal. */
function canonical(address) {
  if (!address.includes(':')) return address;
  try {
    return new (require('node/url').URL)(`http://[${address}]`).hostname;
  } catch {
    return address;
  }
}

function alternatives(altNames) {
  const found = { dns: [], ips: [] };
  if (!altNames) return found;
  const names = altNames.includes('"') ? splitNames(altNames) : altNames.split(', ');
  for (const name of names) {
    if (name.startsWith('DNS:')) found.dns.push(name.slice(4));
    else if (name.startsWith('IP Address:') && isIP(name.slice(11))) found.ips.push(canonical(name.slice(11)));
  }
  return found;
}

function hostProblem(hostname, { dns }, subject, altNames) {
  const host = partsOf(hostname);
  if (dns.length > 0) {
    if (dns.some((pattern) => matches(host, pattern, true))) return undefined;
    return `Host: ${hostname}. is not in the cert's altnames: ${altNames}`;
  }
  const common = subject.CN;
  const fits = Array.isArray(common) ? common.some((name) => matches(host, name, true)) : matches(host, common, true);
  return fits ? undefined : `Host: ${hostname}. is not cert's CN: ${common}`;
}

/** Undefined when a certificate is the host's, else an error that says why not. */
function checkServerIdentity(hostname, cert) {
  const { subject, subjectaltname: altNames } = cert;
  const names = alternatives(altNames);
  hostname = withoutDot(`${hostname}`);
  let reason;
  if (isIP(hostname)) {
    if (!names.ips.includes(canonical(hostname))) reason = `IP: ${hostname} is not in the cert's list: ${names.ips.join(', ')}`;
  } else if (names.dns.length > 0 || subject?.CN) {
    reason = hostProblem(domainToASCII(hostname) || hostname, names, subject, altNames);
  } else {
    reason = 'Cert does not contain a DNS name';
  }
  return reason === undefined ? undefined : new codes.ERR_TLS_CERT_ALTNAME_INVALID(reason, hostname, cert);
}

module.exports = { checkServerIdentity };
