'use strict';

const { DOMException } = require('web/events');
const { URL } = require('web/url');

const SCHEMES = { 'http:': 'ws:', 'https:': 'wss:' };
const TOKEN = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/;

function readUrl(input) {
  const url = URL.parse(input);
  if (url === null) throw new DOMException(`Invalid URL: ${input}`, 'SyntaxError');
  if (url.protocol in SCHEMES) url.protocol = SCHEMES[url.protocol];
  if (url.protocol !== 'ws:' && url.protocol !== 'wss:') {
    throw new DOMException(`Expected a ws: or wss: protocol, got ${url.protocol}`, 'SyntaxError');
  }
  if (url.hash !== '' || url.href.endsWith('#')) throw new DOMException('Got fragment', 'SyntaxError');
  return url;
}

/** A name, a list of names, or options with `protocols` and `headers`. */
function readProtocols(given) {
  const options = typeof given === 'object' && given !== null && !(Symbol.iterator in given) ? given : { protocols: given };
  const list = options.protocols ?? [];
  const protocols = typeof list === 'string' ? [list] : Array.from(list, String);
  const known = new Set(protocols.map((name) => name.toLowerCase()));
  if (known.size !== protocols.length || !protocols.every((name) => TOKEN.test(name))) {
    throw new DOMException('Invalid Sec-WebSocket-Protocol value', 'SyntaxError');
  }
  return { protocols, headers: options.headers };
}

module.exports = { readProtocols, readUrl };
