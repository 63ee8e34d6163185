// Middleware in onion order, a streamed body, a thrown status.
'use strict';
const assert = require('node:assert');
const { Readable } = require('node:stream');
const Koa = require('koa');

const order = [];
const app = new Koa();
app.use(async (context, next) => {
  order.push('in');
  await next();
  order.push('out');
  context.set('x-order', order.join());
});
app.use(async (context) => {
  if (context.path === '/stream') context.body = Readable.from(['one ', 'two']);
  else if (context.path === '/denied') context.throw(403, 'not you');
  else context.body = { path: context.path, agent: context.get('user-agent') };
});
const server = app.listen(0, async () => {
  const base = `http://127.0.0.1:${server.address().port}`;
  const first = await fetch(`${base}/a`, { headers: { 'user-agent': 'test' } });
  assert.deepStrictEqual(await first.json(), { path: '/a', agent: 'test' });
  assert.strictEqual(first.headers.get('x-order'), 'in,out');
  assert.strictEqual(await (await fetch(`${base}/stream`)).text(), 'one two');
  const denied = await fetch(`${base}/denied`);
  assert.deepStrictEqual([denied.status, await denied.text()], [403, 'not you']);
  server.close();
  server.closeAllConnections();
});
