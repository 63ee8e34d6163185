'use strict';

const assert = require('node:assert');
const http = require('node:http');
const { Readable, Writable } = require('node:stream');
const test = require('kaon:test');

test('a message is a readable, though it has no state before somebody reads', () => {
  const message = new http.IncomingMessage({ readableHighWaterMark: 7 });
  assert.ok(message instanceof Readable);
  assert.ok(!Object.hasOwn(message, '_readableState'));
  message.on('close', () => {});
  assert.ok(!Object.hasOwn(message, '_readableState'));
  assert.strictEqual(message.readableHighWaterMark, 7);
  assert.ok(Object.hasOwn(message, '_readableState'));
});

test('fields can be set, appended to, read and removed until the head is sent', () => {
  const message = new http.OutgoingMessage();
  message.setHeader('X-A', '1').appendHeader('x-a', ['2', '3']).setHeader('B', 5);
  assert.deepStrictEqual(message.getHeader('x-A'), ['1', '2', '3']);
  assert.deepStrictEqual(message.getHeaderNames(), ['x-a', 'b']);
  assert.deepStrictEqual(message.getRawHeaderNames(), ['X-A', 'B']);
  assert.strictEqual(Object.getPrototypeOf(message.getHeaders()), null);
  message.removeHeader('X-a');
  assert.strictEqual(message.hasHeader('x-a'), false);
  message._header = 'sent';
  assert.throws(() => message.setHeader('a', 'b'), { code: 'ERR_HTTP_HEADERS_SENT' });
});

test('names and values are checked', () => {
  assert.throws(() => http.validateHeaderName('a b'), { code: 'ERR_INVALID_HTTP_TOKEN' });
  assert.throws(() => http.validateHeaderName(''), { code: 'ERR_INVALID_HTTP_TOKEN' });
  assert.throws(() => http.validateHeaderValue('a', undefined), { code: 'ERR_HTTP_INVALID_HEADER_VALUE' });
  assert.throws(() => http.validateHeaderValue('a', 'b\r\nc'), { code: 'ERR_INVALID_CHAR' });
  assert.throws(() => http.validateHeaderValue('a', '\u0100'), { code: 'ERR_INVALID_CHAR' });
  http.validateHeaderValue('a', '\u00e9\t~');
});

/** A socket that only collects. */
function collector() {
  const said = [];
  const socket = new Writable({
    write(chunk, encoding, callback) {
      said.push(chunk.toString('latin1'));
      callback();
    },
  });
  return { socket, said };
}

test('an answer can be given to any stream', async () => {
  const { socket, said } = collector();
  const res = new http.ServerResponse({ method: 'GET', httpVersionMajor: 1, httpVersionMinor: 1, headers: {} });
  res.assignSocket(socket);
  assert.throws(() => new http.ServerResponse({ headers: {} }).assignSocket(socket), { code: 'ERR_HTTP_SOCKET_ASSIGNED' });
  res.sendDate = false;
  await new Promise((resolve) => { res.end('hi', resolve); });
  assert.strictEqual(said.join(''), 'HTTP/1.1 200 OK\r\nConnection: keep-alive\r\nContent-Length: 2\r\n\r\nhi');
  res.detachSocket(socket);
  assert.strictEqual(res.socket, null);
});

test('a body is as long as was promised, if one insists', () => {
  const { socket } = collector();
  const res = new http.ServerResponse({ method: 'GET', httpVersionMajor: 1, httpVersionMinor: 1, headers: {} });
  res.assignSocket(socket);
  res.strictContentLength = true;
  res.setHeader('Content-Length', 3);
  assert.throws(() => res.end('four'), { code: 'ERR_HTTP_CONTENT_LENGTH_MISMATCH' });
});

test('status codes and messages are checked', () => {
  const res = new http.ServerResponse({ method: 'GET', headers: {} });
  assert.throws(() => res.writeHead(99), { code: 'ERR_HTTP_INVALID_STATUS_CODE' });
  assert.throws(() => res.writeHead(200, 'a\nb'), { code: 'ERR_INVALID_CHAR' });
  const other = new http.ServerResponse({ method: 'GET', headers: {} });
  assert.throws(() => other.writeHead(200, ['a']), { code: 'ERR_INVALID_ARG_VALUE' });
});

test('the old names of the parts are there', () => {
  assert.strictEqual(require('_http_agent').Agent, http.Agent);
  assert.strictEqual(require('_http_client').ClientRequest, http.ClientRequest);
  assert.strictEqual(require('_http_incoming').IncomingMessage, http.IncomingMessage);
  assert.strictEqual(require('_http_outgoing').OutgoingMessage, http.OutgoingMessage);
  assert.strictEqual(require('_http_server').ServerResponse, http.ServerResponse);
  assert.strictEqual(require('_http_common')._checkIsHttpToken('a-b'), true);
});

test('the agent’s name says where a connection goes', () => {
  const { globalAgent } = http;
  assert.strictEqual(globalAgent.getName(), 'localhost::');
  assert.strictEqual(globalAgent.getName({ host: 'a', port: 1, localAddress: 'b', family: 6 }), 'a:1:b:6');
  assert.strictEqual(globalAgent.getName({ socketPath: '/s' }), 'localhost:::/s');
});
