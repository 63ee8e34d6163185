'use strict';

const assert = require('node:assert');
const { once } = require('node:events');
const http = require('node:http');
const test = require('kaon:test');

const next = (target, type) => new Promise((resolve) => target.addEventListener(type, resolve, { once: true }));

async function serve(handler) {
  const server = http.createServer(handler).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const stop = () => {
    server.closeAllConnections();
    server.close();
  };
  return { url: `http://127.0.0.1:${server.address().port}/events`, stop };
}

const stream = (response, text) => {
  response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8' });
  response.write(text);
};

test('events come with their type, data and id', async () => {
  const { url, stop } = await serve((request, response) => {
    assert.strictEqual(request.headers.accept, 'text/event-stream');
    stream(response, '\uFEFF: a comment\ndata: one\ndata:two\n\nevent: grüße\nid: 7\ndata\n\ndata: never ended');
  });
  const source = new EventSource(url);
  const [first, second] = await Promise.all([next(source, 'message'), next(source, 'grüße')]);
  assert.deepStrictEqual([first.data, first.lastEventId, first.origin], ['one\ntwo', '', new URL(url).origin]);
  assert.deepStrictEqual([second.data, second.lastEventId, source.readyState], ['', '7', EventSource.OPEN]);
  source.close();
  assert.strictEqual(source.readyState, EventSource.CLOSED);
  stop();
});

test('lines end as they like, also in the middle of a piece', async () => {
  const { url, stop } = await serve((request, response) => {
    stream(response, 'data: a\r');
    setImmediate(() => {
      response.write('\ndata: b\r\rdata: c\r\n\r\n');
    });
  });
  const source = new EventSource(url);
  const seen = [];
  await new Promise((resolve) => {
    source.onmessage = ({ data }) => {
      if (seen.push(data) === 2) resolve();
    };
  });
  assert.deepStrictEqual(seen, ['a\nb', 'c']);
  source.close();
  stop();
});

test('it connects again after the pause the server named, with the last id', async () => {
  const ids = [];
  const { url, stop } = await serve((request, response) => {
    ids.push(request.headers['last-event-id']);
    stream(response, `retry: 1\nid: ${ids.length}\ndata: x\n\n`);
    response.end();
  });
  const source = new EventSource(url);
  await next(source, 'message');
  const { type } = await next(source, 'error');
  assert.deepStrictEqual([type, source.readyState], ['error', EventSource.CONNECTING]);
  await next(source, 'message');
  source.close();
  assert.deepStrictEqual(ids.slice(0, 2), [undefined, '1']);
  stop();
});

test('an answer that is no stream of events is final', async () => {
  const { url, stop } = await serve((request, response) => response.writeHead(200, { 'content-type': 'text/plain' }).end('x'));
  const source = new EventSource(url);
  await next(source, 'error');
  assert.strictEqual(source.readyState, EventSource.CLOSED);
  stop();
});

test('a redirect is followed', async () => {
  const { url, stop } = await serve((request, response) => {
    if (request.url === '/events') response.writeHead(307, { location: '/there' }).end();
    else stream(response, 'data: found\n\n');
  });
  const source = new EventSource(url);
  assert.strictEqual((await next(source, 'message')).data, 'found');
  source.close();
  stop();
});

test('what is no URL is refused', () => {
  assert.throws(() => new EventSource('nonsense'), { name: 'SyntaxError' });
});
