'use strict';

// Everything the bridge calls, taken before any script of the page runs: what the page patches later is not used here.

const { apply, defineProperty, getPrototypeOf, getOwnPropertyDescriptor } = Reflect;
const uncurry = (method) => (self, ...args) => apply(method, self, args);
const getter = (prototype, name) => uncurry(getOwnPropertyDescriptor(prototype, name).get);

const { EventTarget, Document, Element, Node } = window;

module.exports = {
  apply,
  evaluate: window.eval,
  hasOwn: uncurry(Object.prototype.hasOwnProperty),
  kindOf: uncurry(Object.prototype.toString),
  keysOf: Object.keys,
  freeze: Object.freeze,
  isArray: Array.isArray,
  isView: ArrayBuffer.isView,
  defineProperty,

  Error,
  errors: { __proto__: null, Error, EvalError, RangeError, ReferenceError, SyntaxError, TypeError, URIError },
  Map,
  mapGet: uncurry(Map.prototype.get),
  mapSet: uncurry(Map.prototype.set),
  mapDelete: uncurry(Map.prototype.delete),
  WeakMap,
  weakGet: uncurry(WeakMap.prototype.get),
  weakSet: uncurry(WeakMap.prototype.set),
  weakDelete: uncurry(WeakMap.prototype.delete),
  WeakRef,
  deref: uncurry(WeakRef.prototype.deref),
  FinalizationRegistry,
  register: uncurry(FinalizationRegistry.prototype.register),
  Promise,
  then: uncurry(Promise.prototype.then),

  document: window.document,
  CustomEvent: window.CustomEvent,
  MouseEvent: window.MouseEvent,
  detailOf: getter(window.CustomEvent.prototype, 'detail'),
  relatedTargetOf: getter(window.MouseEvent.prototype, 'relatedTarget'),
  listen: uncurry(EventTarget.prototype.addEventListener),
  unlisten: uncurry(EventTarget.prototype.removeEventListener),
  dispatch: uncurry(EventTarget.prototype.dispatchEvent),
  createElement: uncurry(Document.prototype.createElement),
  attachShadow: uncurry(Element.prototype.attachShadow),
  shadowRootOf: getter(Element.prototype, 'shadowRoot'),
  appendChild: uncurry(Node.prototype.appendChild),
  firstChildOf: getter(Node.prototype, 'firstChild'),
  nodeTypeOf: getter(Node.prototype, 'nodeType'),

  /** Adds to an array though the page may have put setters on its prototype. */
  append(list, value) {
    defineProperty(list, list.length, { __proto__: null, value, writable: true, enumerable: true, configurable: true });
  },

  /** An own property whatever its name. */
  put(object, key, value) {
    defineProperty(object, key, { __proto__: null, value, writable: true, enumerable: true, configurable: true });
  },

  /** The first string that `name` has on the way up from `object`, or ''. Getters count: errors of the DOM have them. */
  textOf(object, name) {
    try {
      const text = object[name];
      return typeof text === 'string' ? text : '';
    } catch {
      return '';
    }
  },

  getPrototypeOf,
};
