'use strict';

// A document with two worlds, as a web view has them: each world has its own wrappers and classes, events reach the
// listeners of both, and what they carry is cloned on its way to the other.

const fs = require('node:fs');
const path = require('node:path');

const SOURCE = path.join(__dirname, '../../src');

/** @param {object} window @returns {(name: string) => any} the scripts' `require`, with `window` as their world */
function loaderFor(window) {
  const compile = (name) => {
    const text = fs.readFileSync(path.join(SOURCE, `${name}.js`), 'utf8');
    return new Function('exports', 'require', 'module', 'window', `${text}\n//# sourceURL=${name}.js`);
  };
  const parts = new Proxy({}, { get: (_, name) => compile(name) });
  const module = { exports: {} };
  new Function('module', fs.readFileSync(path.join(SOURCE, 'loader.js'), 'utf8'))(module);
  return module.exports(parts, window);
}

const newStore = () => ({ listeners: [], children: [], shadow: null });

function createWorld(documentStore) {
  const wrappers = new WeakMap();
  const stores = new WeakMap();

  class Event {
    constructor(type) {
      this.type = type;
    }
  }
  class CustomEvent extends Event {
    #detail;
    constructor(type, { detail = null } = {}) {
      super(type);
      this.#detail = detail;
    }
    get detail() {
      return this.#detail;
    }
  }
  class MouseEvent extends Event {
    #related;
    constructor(type, { relatedTarget = null } = {}) {
      super(type);
      this.#related = relatedTarget;
    }
    get relatedTarget() {
      return this.#related;
    }
  }
  class EventTarget {
    addEventListener(type, listener) {
      stores.get(this).listeners.push({ type, listener, world });
    }
    removeEventListener(type, listener) {
      const store = stores.get(this);
      store.listeners = store.listeners.filter((one) => one.type !== type || one.listener !== listener);
    }
    dispatchEvent(event) {
      // By hand, because tests patch iterators as a page may.
      const { listeners } = stores.get(this);
      for (let at = 0; at < listeners.length; at++) {
        const { type, listener, world: other } = listeners[at];
        if (type === event.type) listener(other === world ? event : other.view(event, stores));
      }
    }
  }
  class Node extends EventTarget {
    get nodeType() {
      return stores.get(this) === undefined ? illegal() : 1;
    }
    get firstChild() {
      return wrap(stores.get(this).children[0]);
    }
    appendChild(child) {
      stores.get(this).children.push(stores.get(child));
    }
  }
  class Element extends Node {
    attachShadow() {
      stores.get(this).shadow = newStore();
      return this.shadowRoot;
    }
    get shadowRoot() {
      return wrap(stores.get(this).shadow);
    }
  }
  class Document extends Node {
    createElement() {
      return wrap(newStore());
    }
  }

  function illegal() {
    throw new TypeError('Illegal invocation');
  }
  function wrap(store, made = Element) {
    if (!wrappers.has(store)) {
      const wrapper = new made();
      wrappers.set(store, wrapper);
      stores.set(wrapper, store);
    }
    return wrappers.get(store);
  }
  function view(event, foreign) {
    if ('relatedTarget' in event) return new MouseEvent(event.type, { relatedTarget: wrap(foreign.get(event.relatedTarget)) });
    let detail = null;
    try {
      detail = structuredClone(event.detail);
    } catch {
      // A view gives null for what it cannot clone.
    }
    return new CustomEvent(event.type, { detail });
  }

  const world = { view };
  const errors = [];
  const window = {
    Event, CustomEvent, MouseEvent, EventTarget, Node, Element, Document,
    document: wrap(documentStore, Document),
    eval: globalThis.eval,
    MessageChannel: globalThis.MessageChannel,
    URL: globalThis.URL,
    URLSearchParams: globalThis.URLSearchParams,
    setTimeout: globalThis.setTimeout,
    clearTimeout: globalThis.clearTimeout,
    addEventListener() {},
    reportError: (error) => errors.push(error),
  };
  return { window, errors, load: loaderFor(window) };
}

/** @returns {{ page: ReturnType<typeof createWorld>, isolated: ReturnType<typeof createWorld> }} */
exports.createWorlds = () => {
  const documentStore = newStore();
  return { page: createWorld(documentStore), isolated: createWorld(documentStore) };
};
exports.loaderFor = loaderFor;

/** Two worlds that have met; `bridge` is the isolated world's side. @param {boolean} isolatedFirst */
exports.linkedWorlds = (isolatedFirst = true, services = { __proto__: null }) => {
  const { page, isolated } = exports.createWorlds();
  let bridge;
  let back;
  const offer = () => isolated.load('bridge/port').offer('key', services, (side) => (bridge = side));
  const accept = () => page.load('bridge/port').accept('key', page.load('bridge/expose'), (side) => (back = side));
  for (const start of isolatedFirst ? [offer, accept] : [accept, offer]) start();
  return { page, isolated, bridge, back };
};
