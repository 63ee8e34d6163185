'use strict';

const { triggerUncaught } = require('internal/fatal');

const kDestroyed = Symbol('kDestroyed');
const kState = Symbol('kState');

/** What listeners of native happenings get first. */
class Event {
  #prevented = false;

  constructor(fields) {
    if (fields !== undefined) Object.assign(this, fields);
  }

  preventDefault() {
    this.#prevented = true;
  }

  get defaultPrevented() {
    return this.#prevented;
  }
}

/** Emits as native code does: what a listener throws is uncaught, and the caller goes on. */
function emitWith(emitter, name, event, ...args) {
  try {
    emitter.emit(name, event, ...args);
  } catch (error) {
    triggerUncaught(error);
  }
  return event;
}

/** Emits with an event of its own; tells whether a listener prevented the default. */
function emit(emitter, name, ...args) {
  return emitWith(emitter, name, new Event({ sender: emitter }), ...args).defaultPrevented;
}

/** Gives `object` a place for what its parts share; nobody sees it who enumerates the object. */
function hide(object, key, value) {
  Object.defineProperty(object, key, { value, writable: true, configurable: true });
}

function guard(method) {
  if (typeof method !== 'function') return method;
  const guarded = function (...args) {
    if (this[kDestroyed]) throw new TypeError('Object has been destroyed');
    return method.apply(this, args);
  };
  Object.defineProperty(guarded, 'name', { value: method.name });
  Object.defineProperty(guarded, 'length', { value: method.length });
  return guarded;
}

/** Adds the members of each part to a class; all of them throw once the object was destroyed. */
function assemble(Class, ...parts) {
  for (const part of parts) {
    const members = Object.getOwnPropertyDescriptors(part.prototype);
    delete members.constructor;
    for (const name of Reflect.ownKeys(members)) {
      const { value, get, set, writable } = members[name];
      const member = { enumerable: true, configurable: true };
      if (get || set) Object.assign(member, { get: guard(get), set: guard(set) });
      else Object.assign(member, { value: guard(value), writable });
      Object.defineProperty(Class.prototype, name, member);
    }
  }
}

module.exports = { Event, emit, emitWith, hide, assemble, kDestroyed, kState };
