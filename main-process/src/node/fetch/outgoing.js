'use strict';

// One request and the head of its answer.

const agents = new Map();

/** Connections are kept for the next request of the same kind. */
function agentOf(protocol) {
  if (!agents.has(protocol)) {
    const { Agent } = require(protocol === 'https:' ? 'node/https' : 'node/http');
    agents.set(protocol, new Agent({ keepAlive: true, keepAliveMsecs: 1000, timeout: 0, scheduling: 'lifo' }));
  }
  return agents.get(protocol);
}

function defaults(list, url) {
  const set = (name, value) => {
    if (!list.has(name)) list.append(name, value);
  };
  set('accept', '*/*');
  set('accept-language', '*');
  set('sec-fetch-mode', 'cors');
  set('user-agent', 'node');
  set('accept-encoding', url.protocol === 'https:' ? 'br, gzip, deflate' : 'gzip, deflate');
}

/** Sends it and resolves to the IncomingMessage once its head is there. */
function send({ url, method, list, source, signal }) {
  defaults(list, url);
  const headers = {};
  for (const [name, value] of list.raw()) {
    const known = headers[name.toLowerCase()];
    headers[name.toLowerCase()] = known === undefined ? value : [].concat(known, value);
  }
  delete headers['content-length'];
  const length = source === null ? (method === 'POST' || method === 'PUT' || method === 'PATCH' ? 0 : null) : source.length;
  if (length !== null) headers['content-length'] = `${length}`;
  return new Promise((resolve, reject) => {
    const client = require(url.protocol === 'https:' ? 'node/https' : 'node/http');
    const request = client.request({
      protocol: url.protocol,
      host: url.hostname.replace(/^\[|\]$/g, ''),
      port: url.port || undefined,
      path: `${url.pathname}${url.search}`,
      method,
      headers,
      agent: agentOf(url.protocol),
    });
    const abort = () => request.destroy(signal.reason);
    signal?.addEventListener('abort', abort, { once: true });
    request.on('response', (message) => {
      message.once('close', () => signal?.removeEventListener('abort', abort));
      resolve(message);
    });
    // Later errors are told by the message.
    request.on('error', (error) => {
      signal?.removeEventListener('abort', abort);
      reject(error);
    });
    write(request, source).catch((error) => request.destroy(error));
  });
}

async function write(request, source) {
  if (source === null) return void request.end();
  if (!source.given) return void request.end(await source.collect());
  const reader = source.stream().getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      if (!(value instanceof Uint8Array)) throw new TypeError('Received non-Uint8Array chunk');
      if (request.destroyed) return void reader.cancel();
      if (!request.write(value)) await drained(request);
    }
  } catch (error) {
    reader.cancel(error).catch(() => {});
    throw error;
  }
  request.end();
}

const drained = (request) => new Promise((resolve) => {
  const done = () => {
    request.off('drain', done).off('close', done);
    resolve();
  };
  request.on('drain', done).on('close', done);
});

module.exports = { send };
