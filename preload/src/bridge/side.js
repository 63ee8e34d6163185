'use strict';

const p = require('./primitives');
const lower = require('./lower');
const raise = require('./raise');

/**
 * One world's end of the bridge; both worlds run this. Calls are synchronous: the other side has answered by the time
 * an event has been dispatched.
 * @param {(message: unknown[]) => void} send
 * @param {Record<string, Function>} services what the other side may ask for by name
 */
module.exports = function createSide(send, services) {
  const owned = new p.Map();
  const idOfOwned = new p.WeakMap();
  const proxies = new p.Map();
  const idOfProxy = new p.WeakMap();
  const promises = new p.Map();
  const answers = new p.Map();
  let last = 0;

  const collected = new p.FinalizationRegistry((record) => {
    if (p.mapGet(proxies, record.id)?.record === record) p.mapDelete(proxies, record.id);
    send(['release', record.id, record.count]);
  });

  const side = { lowerFunction, raiseFunction, ownFunction, lowerPromise, raisePromise };

  /** Every crossing is counted, so that a late release does not take away what crossed again since. */
  function lowerFunction(fn) {
    const theirs = p.weakGet(idOfProxy, fn);
    if (theirs !== undefined) return ['F', theirs];
    let id = p.weakGet(idOfOwned, fn);
    if (id === undefined) {
      id = ++last;
      p.weakSet(idOfOwned, fn, id);
      p.mapSet(owned, id, { fn, count: 0 });
    }
    p.mapGet(owned, id).count++;
    return ['f', id];
  }

  function raiseFunction(id) {
    const known = p.mapGet(proxies, id);
    const alive = known === undefined ? undefined : p.deref(known.ref);
    if (alive !== undefined) {
      known.record.count++;
      return alive;
    }
    const proxy = (...args) => request('call', id, args);
    const record = { id, count: 1 };
    p.mapSet(proxies, id, { ref: new p.WeakRef(proxy), record });
    p.weakSet(idOfProxy, proxy, id);
    p.register(collected, proxy, record);
    return proxy;
  }

  function ownFunction(id) {
    return p.mapGet(owned, id)?.fn;
  }

  function lowerPromise(promise) {
    const id = ++last;
    const settle = (ok, value) => {
      const sent = attempt(() => lower(side, value));
      send(['settle', id, ok && sent.ok, sent.wire]);
    };
    try {
      p.then(promise, (value) => settle(true, value), (reason) => settle(false, reason));
    } catch {
      // It only calls itself a promise.
      return undefined;
    }
    return ['p', id];
  }

  function raisePromise(id) {
    return new p.Promise((resolve, reject) => p.mapSet(promises, id, { resolve, reject }));
  }

  /** Success and what `run` made, or the wire form of what it threw. */
  function attempt(run) {
    try {
      return { ok: true, wire: run() };
    } catch (error) {
      try {
        return { ok: false, wire: lower(side, error) };
      } catch {
        return { ok: false, wire: ['e', 'Error', 'An unknown exception was thrown that could not be cloned.'] };
      }
    }
  }

  function request(op, target, args) {
    const id = ++last;
    send([op, id, target, lower(side, args)]);
    const answer = p.mapGet(answers, id);
    p.mapDelete(answers, id);
    // The platform could not clone what was sent, or what came back.
    if (answer === undefined) throw new p.Error('An object could not be cloned.');
    const value = raise(side, answer.wire, false);
    if (answer.ok) return value;
    throw value;
  }

  function serve(id, find, wire, frozen) {
    const { ok, wire: result } = attempt(() => {
      const fn = find();
      if (typeof fn !== 'function') throw new p.Error('This function is no longer there.');
      return lower(side, p.apply(fn, undefined, raise(side, wire, frozen)));
    });
    send(['answer', id, ok, result]);
  }

  function hear(message) {
    if (!p.isArray(message) || typeof message[1] !== 'number') return;
    const id = message[1];
    switch (message[0]) {
      case 'call': return serve(id, () => ownFunction(message[2]), message[3], false);
      case 'ask': return serve(id, () => services[message[2]], message[3], message[2] === 'expose');
      case 'answer': return p.mapSet(answers, id, { ok: message[2] === true, wire: message[3] });
      case 'settle': return settled(id, message[2] === true, message[3]);
      case 'release': return released(id, message[2]);
    }
  }

  function settled(id, ok, wire) {
    const waiting = p.mapGet(promises, id);
    if (waiting === undefined) return;
    p.mapDelete(promises, id);
    try {
      const value = raise(side, wire, false);
      if (ok) waiting.resolve(value);
      else waiting.reject(value);
    } catch (error) {
      waiting.reject(error);
    }
  }

  function released(id, count) {
    const entry = p.mapGet(owned, id);
    if (entry === undefined || (entry.count -= count) > 0) return;
    p.weakDelete(idOfOwned, entry.fn);
    p.mapDelete(owned, id);
  }

  return { hear, ask: (name, ...args) => request('ask', name, args) };
};
