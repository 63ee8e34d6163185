'use strict';

// Global name to the script that exports it under that name; null: the script's whole export is the global.
const EXPORTED = {
  'web/events': ['Event', 'EventTarget', 'CustomEvent', 'DOMException', 'AbortController', 'AbortSignal'],
  'web/url': ['URL', 'URLSearchParams'],
  'web/url_pattern': ['URLPattern'],
  'web/encoding': ['TextEncoder', 'TextDecoder'],
  'web/performance': [
    'performance', 'Performance', 'PerformanceEntry', 'PerformanceMark', 'PerformanceMeasure', 'PerformanceObserver',
    'PerformanceObserverEntryList',
  ],
  'web/crypto': ['crypto', 'Crypto', 'CryptoKey', 'SubtleCrypto'],
  'web/clone': ['structuredClone'],
  'web/message_channel': ['MessageChannel', 'MessagePort', 'MessageEvent'],
  'web/message_channel/broadcast': ['BroadcastChannel'],
  'web/streams': [
    'ReadableStream', 'ReadableStreamDefaultReader', 'ReadableStreamBYOBReader', 'ReadableStreamBYOBRequest',
    'ReadableByteStreamController', 'ReadableStreamDefaultController', 'TransformStream', 'TransformStreamDefaultController',
    'WritableStream', 'WritableStreamDefaultController', 'WritableStreamDefaultWriter', 'ByteLengthQueuingStrategy',
    'CountQueuingStrategy', 'TextEncoderStream', 'TextDecoderStream',
  ],
  'web/form_data': ['FormData'],
  'web/intl': ['Intl'],
  'web/fetch': ['Headers', 'Request', 'Response'],
  'node/fetch': ['fetch'],
  'node/web_socket': ['WebSocket', 'CloseEvent'],
  'node/event_source': ['EventSource'],
  'node/navigator': ['Navigator', 'navigator'],
  'node/stream/web': ['CompressionStream', 'DecompressionStream'],
  'node/buffer': ['Buffer', 'Blob', 'File', 'atob', 'btoa'],
  'node/timers': ['setTimeout', 'setInterval', 'setImmediate', 'clearTimeout', 'clearInterval', 'clearImmediate'],
  'internal/task_queues': ['queueMicrotask'],
};
// In Node these are enumerable on the global object, everything else is not.
const ENUMERABLE = new Set([
  'setTimeout', 'setInterval', 'setImmediate', 'clearTimeout', 'clearInterval', 'clearImmediate', 'queueMicrotask',
  'structuredClone', 'atob', 'btoa', 'performance', 'fetch', 'crypto',
]);

function define(target, name, produce) {
  const set = (value) => {
    Object.defineProperty(target, name, { value, writable: true, configurable: true, enumerable: ENUMERABLE.has(name) });
  };
  Object.defineProperty(target, name, {
    get() {
      const value = produce();
      set(value);
      return value;
    },
    set,
    configurable: true,
    enumerable: ENUMERABLE.has(name),
  });
}

// The engine has these without a locale. What does them is loaded when one is called.
const OF_LOCALES = {
  Number: ['toLocaleString'], BigInt: ['toLocaleString'], Array: ['toLocaleString'], TypedArray: ['toLocaleString'],
  Date: ['toLocaleString', 'toLocaleDateString', 'toLocaleTimeString'],
  String: ['localeCompare', 'toLocaleLowerCase', 'toLocaleUpperCase'],
};

function installOfLocales(target, load) {
  let methods;
  for (const [name, list] of Object.entries(OF_LOCALES)) {
    const { prototype } = name === 'TypedArray' ? Object.getPrototypeOf(target.Uint8Array) : target[name];
    for (const method of list) {
      const { [method]: value } = {
        [method](first, second, third) {
          methods ??= load('web/intl/prototypes');
          return methods[name][method].call(this, first, second, third);
        },
      };
      Object.defineProperty(value, 'length', { value: method === 'localeCompare' ? 1 : 0, configurable: true });
      Object.defineProperty(prototype, method, { value, writable: true, configurable: true });
    }
  }
}

// The engine's own, without setters: `Object.assign(function, { fileName })` throws because of them, as in no browser.
const FOREIGN = ['fileName', 'lineNumber', 'columnNumber'];

function install(target, load) {
  for (const name of FOREIGN) delete Function.prototype[name];
  Object.defineProperty(target, 'global', { value: target, writable: true, configurable: true, enumerable: true });
  for (const [script, names] of Object.entries(EXPORTED)) {
    for (const name of names) define(target, name, () => load(script)[name]);
  }
  installOfLocales(target, load);
  const engineAtomics = target.Atomics;
  define(target, 'Atomics', () => load('internal/atomics').extend(engineAtomics));
  define(target, 'process', () => load('node/process'));
  define(target, 'console', () => load('node/console'));
}

module.exports = { install };
