'use strict';

const assert = require('node:assert');
const { once } = require('node:events');
const http = require('node:http');
const net = require('node:net');
const test = require('kaon:test');

/** What a server makes of bytes: its requests, what was wrong, and the status that came back. */
async function serve(bytes) {
  const seen = [];
  const server = http.createServer((request, response) => {
    seen.push('request');
    request.on('error', () => {}).on('end', () => response.end()).resume();
  });
  server.on('clientError', (error, socket) => {
    seen.push(error.code);
    socket.end(`HTTP/1.1 ${error.code === 'HPE_HEADER_OVERFLOW' ? 431 : 400} No\r\n\r\n`);
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const client = net.connect(server.address().port, '127.0.0.1').setEncoding('latin1').on('error', () => {});
  client.end(bytes);
  let text = '';
  client.on('data', (piece) => { text += piece; });
  await once(client, 'close');
  server.close();
  return [...seen, text.slice(9, 12)];
}

const post = (fields, body = '') => `POST / HTTP/1.1\r\nHost: a\r\n${fields}\r\n\r\n${body}`;
const chunked = (body) => post('Transfer-Encoding: chunked', body);

const REFUSED = [
  ['a length beside chunks', post('Content-Length: 4\r\nTransfer-Encoding: chunked', '0\r\n\r\n'), 'HPE_INVALID_TRANSFER_ENCODING'],
  ['two lengths', post('Content-Length: 4\r\nContent-Length: 5', 'abcde'), 'HPE_UNEXPECTED_CONTENT_LENGTH'],
  ['a length said twice', post('Content-Length: 4\r\nContent-Length: 4', 'abcd'), 'HPE_UNEXPECTED_CONTENT_LENGTH'],
  ['a list of lengths', post('Content-Length: 4, 4', 'abcd'), 'HPE_INVALID_CONTENT_LENGTH'],
  ['a length with a sign', post('Content-Length: +4', 'abcd'), 'HPE_INVALID_CONTENT_LENGTH'],
  ['chunks inside another coding', post('Transfer-Encoding: chunked, gzip', '0\r\n\r\n'), 'HPE_INVALID_TRANSFER_ENCODING'],
  ['a folded field', post('A: b\r\n c'), 'HPE_INVALID_HEADER_TOKEN'],
  ['lines that end in LF alone', 'GET / HTTP/1.1\nHost: a\n\n', 'HPE_INVALID_VERSION'],
  ['a CR alone', post('A: b\rc'), 'HPE_LF_EXPECTED'],
  ['a NUL', post('A: b\0c'), 'HPE_INVALID_HEADER_TOKEN'],
  ['a space before the colon', post('A : b'), 'HPE_INVALID_HEADER_TOKEN'],
];

for (const [what, bytes, code] of REFUSED) {
  test(`${what} never becomes a request`, async () => {
    assert.deepStrictEqual(await serve(bytes), [code, '400']);
  });
}

test('a last coding that is not chunked is refused', async () => {
  assert.deepStrictEqual(await serve(post('Transfer-Encoding: xchunked', '0\r\n\r\n')), ['request', 'HPE_INVALID_TRANSFER_ENCODING', '400']);
});

test('a chunk larger than numbers are is refused', async () => {
  assert.deepStrictEqual(await serve(chunked('fffffffffffffffff\r\n')), ['request', 'HPE_INVALID_CHUNK_SIZE', '400']);
});

test('a chunk whose line ends in LF alone is refused', async () => {
  assert.deepStrictEqual(await serve(chunked('1\na\n0\n\n')), ['request', 'HPE_CR_EXPECTED', '400']);
});

test('a head that is too large is answered with 431', async () => {
  assert.deepStrictEqual(await serve(post(`A: ${'x'.repeat(20000)}`)), ['HPE_HEADER_OVERFLOW', '431']);
});

test('a client gives up on a head that is too large', async () => {
  const server = net.createServer((socket) => socket.on('error', () => {}).end(`HTTP/1.1 200 OK\r\nA: ${'x'.repeat(20000)}\r\n\r\n`));
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const [error] = await once(http.get({ port: server.address().port, host: '127.0.0.1' }), 'error').catch((thrown) => [thrown]);
  assert.strictEqual(error.code, 'HPE_HEADER_OVERFLOW');
  server.close();
});
