// Schema validation on both sides, hooks, a plugin, injected and real requests.
'use strict';
const assert = require('node:assert');
const fastify = require('fastify')();

fastify.register(async (scope) => {
  scope.addHook('onSend', async (request, reply) => void reply.header('x-plugin', 'yes'));
  scope.post('/sum', {
    schema: {
      body: { type: 'object', required: ['a', 'b'], properties: { a: { type: 'integer' }, b: { type: 'integer' } } },
      response: { 200: { type: 'object', properties: { sum: { type: 'integer' } } } },
    },
    handler: async (request) => ({ sum: request.body.a + request.body.b, secret: 'never sent' }),
  });
});

(async () => {
  const injected = await fastify.inject({ method: 'POST', url: '/sum', payload: { a: 1, b: 'x' } });
  assert.strictEqual(injected.statusCode, 400);
  assert.match(injected.json().message, /body\/b must be integer/);
  const address = await fastify.listen({ port: 0, host: '127.0.0.1' });
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(`${address}/sum`, { method: 'POST', headers, body: '{"a":2,"b":40}' });
  assert.strictEqual(response.headers.get('x-plugin'), 'yes');
  assert.deepStrictEqual(await response.json(), { sum: 42 });
  await fastify.close();
})();
