'use strict';

// RFC 6455, section 4.1.
const MAGIC = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';

/** Asks for the upgrade; calls `opened(socket, head, protocol)` or `failed(error)`. Returns the request. */
function connect(url, { protocols, headers }, { opened, failed }) {
  const crypto = require('node/crypto');
  const secure = url.protocol === 'wss:';
  const key = crypto.randomBytes(16).toString('base64');
  const asked = {
    ...Object.fromEntries(headers === undefined ? [] : new (require('web/fetch').Headers)(headers)),
    Connection: 'Upgrade',
    Upgrade: 'websocket',
    'Sec-WebSocket-Key': key,
    'Sec-WebSocket-Version': '13',
  };
  if (protocols.length > 0) asked['Sec-WebSocket-Protocol'] = protocols.join(', ');
  const client = secure ? require('node/https') : require('node/http');
  const request = client.request({
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: url.port || (secure ? 443 : 80),
    path: `${url.pathname}${url.search}`,
    auth: url.username ? `${decodeURIComponent(url.username)}:${decodeURIComponent(url.password)}` : undefined,
    headers: asked,
    agent: false,
  });
  request.on('upgrade', (response, socket, head) => {
    const fault = faultOf(response, key, protocols, crypto);
    if (fault === null) return opened(socket, head, response.headers['sec-websocket-protocol'] ?? '');
    socket.destroy();
    failed(new Error(fault));
  });
  request.on('response', (response) => {
    response.destroy();
    failed(new Error(`Received network error or non-101 status code: ${response.statusCode}`));
  });
  request.on('error', failed);
  request.end();
  return request;
}

function faultOf(response, key, protocols, crypto) {
  const { upgrade = '', 'sec-websocket-accept': accept, 'sec-websocket-protocol': chosen, 'sec-websocket-extensions': extensions } = response.headers;
  if (upgrade.toLowerCase() !== 'websocket') return 'Server did not set Upgrade header to "websocket".';
  const expected = crypto.createHash('sha1').update(key + MAGIC).digest('base64');
  if (accept !== expected) return 'Incorrect hash received in Sec-WebSocket-Accept header.';
  if (extensions !== undefined) return 'Sec-WebSocket-Extensions was not asked for.';
  if (chosen !== undefined && !protocols.includes(chosen)) return 'Protocol was not set in the opening handshake.';
  return null;
}

module.exports = { connect };
