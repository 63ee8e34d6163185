'use strict';

const { codes } = require('internal/errors');
const { validateUint32, validateAbortSignal, validateArray } = require('internal/validators');
const { EventTarget, defineEventHandler } = require('./event_target');
const { Event } = require('./event');
const { DOMException } = require('./dom_exception');
const { kTrusted, kMaxListeners, kListenerAdded, kListenerRemoved, inspect } = require('./symbols');

const kCreate = Symbol('create');
const kSlots = Symbol('slots');

// Composite signals and timeout signals that somebody listens to must not be collected before they fire.
const listenedTo = new Set();

const abortReason = () => new DOMException('This operation was aborted', 'AbortError');

function slotsOf(self, name) {
  const slots = self?.[kSlots];
  if (slots === undefined) throw new codes.ERR_INVALID_THIS(name);
  return slots;
}

function view(self, shown, depth, options, print) {
  if (depth < 0) return self;
  const inner = { ...options, depth: options.depth == null ? null : options.depth - 1 };
  return `${self.constructor.name} ${print(shown, inner)}`;
}

class AbortSignal extends EventTarget {
  constructor(key = undefined) {
    if (key !== kCreate) throw new codes.ERR_ILLEGAL_CONSTRUCTOR();
    super();
    this[kMaxListeners] = 0;
    this[kSlots] = { aborted: false, reason: undefined, dependants: null, sources: null, keepAlive: false };
  }

  get aborted() { return slotsOf(this, 'AbortSignal').aborted; }
  get reason() { return slotsOf(this, 'AbortSignal').reason; }

  throwIfAborted() {
    const { aborted, reason } = slotsOf(this, 'AbortSignal');
    if (aborted) throw reason;
  }

  static abort(reason = abortReason()) {
    const signal = new AbortSignal(kCreate);
    Object.assign(signal[kSlots], { aborted: true, reason });
    return signal;
  }

  static timeout(delay) {
    validateUint32(delay, 'delay', false);
    const signal = new AbortSignal(kCreate);
    signal[kSlots].keepAlive = true;
    const weak = new WeakRef(signal);
    const fire = () => {
      const alive = weak.deref();
      if (alive) abortSignal(alive, new DOMException('The operation was aborted due to timeout', 'TimeoutError'));
    };
    require('internal/timers').setTimeout(fire, delay).unref();
    return signal;
  }

  static any(signals) {
    validateArray(signals, 'signals');
    signals.forEach((signal, index) => {
      if (signal === undefined) throw new codes.ERR_INVALID_ARG_TYPE(`signals[${index}]`, 'AbortSignal', signal);
      validateAbortSignal(signal, `signals[${index}]`);
    });
    const composite = new AbortSignal(kCreate);
    const aborted = signals.find((signal) => signal.aborted);
    if (aborted) {
      Object.assign(composite[kSlots], { aborted: true, reason: aborted.reason });
      return composite;
    }
    const sources = new Set();
    for (const signal of signals) {
      const inner = signal[kSlots].sources;
      if (inner) inner.forEach((source) => sources.add(source));
      else sources.add(signal);
    }
    composite[kSlots].sources = sources;
    composite[kSlots].keepAlive = sources.size > 0;
    for (const source of sources) follow(source, composite);
    return composite;
  }

  [kListenerAdded](size, type, ...rest) {
    super[kListenerAdded](size, type, ...rest);
    if (type === 'abort' && this[kSlots].keepAlive && !this[kSlots].aborted) listenedTo.add(this);
  }

  [kListenerRemoved](size, type) {
    if (type === 'abort' && size === 0) listenedTo.delete(this);
  }

  [inspect](depth, options, print) {
    return view(this, { aborted: this.aborted }, depth, options, print);
  }
}

const forget = new FinalizationRegistry(({ dependants, weak }) => dependants.delete(weak));

function follow(source, composite) {
  const dependants = source[kSlots].dependants ??= new Set();
  const weak = new WeakRef(composite);
  dependants.add(weak);
  forget.register(composite, { dependants, weak });
}

// All signals that hang on this one are marked before the first listener runs.
function abortSignal(signal, reason) {
  const slots = signal[kSlots];
  if (slots.aborted) return;
  slots.aborted = true;
  slots.reason = reason;
  const fired = [signal];
  for (const weak of slots.dependants ?? []) {
    const dependant = weak.deref();
    if (dependant === undefined || dependant[kSlots].aborted) continue;
    Object.assign(dependant[kSlots], { aborted: true, reason });
    fired.push(dependant);
  }
  slots.dependants = null;
  for (const one of fired) {
    listenedTo.delete(one);
    one.dispatchEvent(new Event('abort', { [kTrusted]: true }));
  }
}

class AbortController {
  #signal;

  get signal() {
    if (!(#signal in this)) throw new codes.ERR_INVALID_THIS('AbortController');
    return this.#signal ??= new AbortSignal(kCreate);
  }

  abort(reason = abortReason()) {
    abortSignal(this.signal, reason);
  }

  [inspect](depth, options, print) {
    return view(this, { signal: this.signal }, depth, options, print);
  }
}

defineEventHandler(AbortSignal.prototype, 'abort');
Object.defineProperty(AbortSignal.prototype, 'aborted', { enumerable: true });
Object.defineProperty(AbortSignal.prototype, Symbol.toStringTag, { configurable: true, value: 'AbortSignal' });
Object.defineProperty(AbortController.prototype, 'signal', { enumerable: true });
Object.defineProperty(AbortController.prototype, 'abort', { enumerable: true });
Object.defineProperty(AbortController.prototype, Symbol.toStringTag, { configurable: true, value: 'AbortController' });

module.exports = { AbortController, AbortSignal };
