'use strict';

const { codes } = require('internal/errors');
const { validateNumber } = require('internal/validators');
const { listOf } = require('web/clone/transfer');
const { MessagePort } = require('web/message_channel');

// Messages from any thread to any other go up to the main thread and down again, along the workers' control ports.
// `up` is how a worker speaks to its parent; on the main thread there is nobody above.
const above = { tell: null };
const RESULT = { ok: 0, noListener: 1, failed: 2, noThread: 3 };

let lastId = 0;
// Id of a message of ours to how its answer is taken.
const asked = new Map();
// Which worker of this thread leads to a thread.
const routes = new Map();

const workers = () => require('./worker').running;

function routeTo(thread) {
  return workers().get(thread) ?? routes.get(thread);
}

/** Sends a message on its way from here; false when it leads nowhere. */
function forward(message, from, list = message.moved ?? []) {
  const route = routeTo(message.to);
  if (route !== undefined && route !== from) route.tell(message, list);
  else if (above.tell !== null && from !== above) above.tell(message, list);
  else return false;
  return true;
}

/** A message for this thread: told to the process' `workerMessage` listeners. */
function deliver({ id, from, value }) {
  let result = RESULT.noListener;
  try {
    if (process.listenerCount('workerMessage') > 0) {
      process.emit('workerMessage', value, from);
      result = RESULT.ok;
    }
  } catch {
    result = RESULT.failed;
  }
  return { type: 'answer', to: from, id, result };
}

const ownId = () => native.threadId;

function handle(message, from) {
  if (message.type === 'thread') {
    if (from !== above) routes.set(message.id, from);
    above.tell?.(message);
    return;
  }
  if (message.to !== ownId()) {
    if (!forward(message, from) && message.type === 'message') {
      forward({ type: 'answer', to: message.from, id: message.id, result: RESULT.noThread }, undefined);
    }
    return;
  }
  if (message.type === 'answer') {
    const take = asked.get(message.id);
    asked.delete(message.id);
    take?.(message.result);
  } else {
    forward(deliver(message), undefined);
  }
}

/** Source: https://nodejs.org/api/worker_threads.html#worker_threadspostmessagetothreadthreadid-value-transferlist-timeout */
async function postMessageToThread(threadId, value, transferList, timeout) {
  if (typeof transferList === 'number' && timeout === undefined) {
    timeout = transferList;
    transferList = [];
  }
  if (timeout !== undefined) validateNumber(timeout, 'timeout', 0);
  if (threadId === ownId()) throw new codes.ERR_WORKER_MESSAGING_SAME_THREAD();
  const list = listOf(transferList);
  // Ports move from thread to thread on the way; what else was transferred is a copy already.
  const moved = list.filter((item) => item instanceof MessagePort);
  const id = ++lastId;
  const result = await new Promise((resolve, reject) => {
    // The answer is awaited like every other I/O: it keeps the thread alive.
    const alive = setInterval(() => {}, 0x7fffffff);
    let timer;
    if (timeout !== undefined) {
      timer = setTimeout(() => {
        asked.delete(id);
        clearInterval(alive);
        reject(new codes.ERR_WORKER_MESSAGING_TIMEOUT());
      }, timeout);
    }
    asked.set(id, (found) => {
      clearTimeout(timer);
      clearInterval(alive);
      resolve(found);
    });
    if (!forward({ type: 'message', to: threadId, from: ownId(), id, value, moved }, undefined, list)) asked.get(id)(RESULT.noThread);
  });
  if (result === RESULT.failed) throw new codes.ERR_WORKER_MESSAGING_ERRORED();
  if (result !== RESULT.ok) throw new codes.ERR_WORKER_MESSAGING_FAILED();
}

/** The worker is gone, and so is what lay behind it. */
function forget(worker) {
  for (const [thread, route] of routes) if (route === worker) routes.delete(thread);
}

module.exports = { postMessageToThread, relay: (worker, message) => handle(message, worker), forget, handle, above };
