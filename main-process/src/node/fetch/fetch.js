'use strict';

const { HeaderList, listOf } = require('web/fetch/headers');
const { Request, bodyOf } = require('web/fetch/request');
const { responseOf, NULL_BODY, REDIRECTS } = require('web/fetch/response');
const { URL } = require('web/url');
const { local } = require('./local');
const { sourceOf } = require('./incoming');
const { send } = require('./outgoing');
const { BAD_PORTS } = require('./ports');

const MAX_REDIRECTS = 20;
/** What is said of a body, and goes when a redirect drops it. */
const OF_BODY = ['content-encoding', 'content-language', 'content-location', 'content-type', 'content-length'];
/** What another origin must not learn. */
const PRIVATE = ['authorization', 'proxy-authorization', 'cookie', 'host'];

/** See https://fetch.spec.whatwg.org/#fetch-method and https://nodejs.org/docs/latest-v22.x/api/globals.html#fetch */
async function fetch(input, init = undefined) {
  if (arguments.length === 0) throw new TypeError('fetch: 1 argument required, but 0 found.');
  const request = new Request(input, init);
  const { signal } = init?.signal || input instanceof Request ? request : {};
  if (signal?.aborted) throw signal.reason;
  const answer = local(new URL(request.url), request.method);
  try {
    return await (answer === undefined ? overNetwork(request, signal) : answer);
  } catch (error) {
    if (signal?.aborted) throw signal.reason;
    throw new TypeError('fetch failed', { cause: error });
  }
}

async function overNetwork(request, signal) {
  const list = new HeaderList();
  list.copyFrom(listOf(request.headers));
  const body = bodyOf(request);
  const state = {
    url: new URL(request.url), method: request.method, list, source: body === null ? null : body.take(), signal,
  };
  for (let redirects = 0; ; redirects++) {
    checkUrl(state.url);
    const again = state.source?.again;
    const message = await send(state);
    const location = locationOf(message, state.url);
    if (location === undefined || request.redirect === 'manual') return respond(message, state, redirects > 0);
    message.destroy();
    if (request.redirect === 'error') throw new Error('unexpected redirect');
    if (redirects === MAX_REDIRECTS) throw new Error('redirect count exceeded');
    follow(state, message.statusCode, location, again);
  }
}

function checkUrl(url) {
  if (url.protocol !== 'http:' && url.protocol !== 'https:') throw new Error('unknown scheme');
  if (BAD_PORTS.has(Number(url.port))) throw new Error('bad port');
}

function locationOf({ statusCode, headers }, base) {
  if (!REDIRECTS.includes(statusCode) || headers.location === undefined) return undefined;
  const location = URL.parse(headers.location, base);
  if (location === null) throw new Error('Invalid URL');
  if (location.hash === '') location.hash = base.hash;
  return location;
}

/** The next request after a redirect. */
function follow(state, status, location, again) {
  if (location.protocol !== 'http:' && location.protocol !== 'https:') throw new Error('URL scheme must be a HTTP(S) scheme');
  const { method } = state;
  const drops = (status === 303 && method !== 'GET' && method !== 'HEAD') || (status <= 302 && method === 'POST');
  if (drops) {
    state.method = 'GET';
    state.source = null;
    for (const name of OF_BODY) state.list.delete(name);
  } else if (state.source !== null) {
    // A stream that was sent is gone.
    if (again === undefined) throw new Error('the body cannot be sent a second time');
    state.source = again();
  }
  if (location.origin !== state.url.origin) for (const name of PRIVATE) state.list.delete(name);
  state.url = location;
}

function respond(message, { url, method, signal }, redirected) {
  const list = new HeaderList();
  for (let index = 0; index < message.rawHeaders.length; index += 2) {
    list.append(message.rawHeaders[index], message.rawHeaders[index + 1].trim());
  }
  const { statusCode: status, statusMessage: statusText } = message;
  const empty = method === 'HEAD' || NULL_BODY.includes(status);
  if (empty) message.resume();
  const source = empty ? null : sourceOf(message, list, signal);
  const shown = new URL(url);
  shown.hash = '';
  const response = responseOf({ status, statusText, list, source, type: 'basic', url: shown.href, redirected });
  if (source !== null) forgotten.register(response, source);
  return response;
}

/** A response that nobody reads would hold its connection for ever. */
const forgotten = new FinalizationRegistry((source) => source.abandon());

module.exports = { fetch };
