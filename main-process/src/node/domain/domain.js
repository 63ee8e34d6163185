'use strict';

const EventEmitter = require('node/events');
const context = require('internal/async_context');
const fatal = require('internal/fatal');
const { codes } = require('internal/errors');

const process = require('node/process');

// Where a frame keeps its domain: so it follows callbacks as async contexts do.
const kDomain = Symbol('domain');

if (fatal.hasCapture()) throw new codes.ERR_DOMAIN_CALLBACK_NOT_AVAILABLE();

/** Null where no domain ever was, undefined where one was left. */
function current() {
  const frame = context.capture();
  return frame?.has(kDomain) ? frame.get(kDomain) : null;
}

function become(domain) {
  context.enter(context.extended(kDomain, domain));
}

const described = (value) => ({ value, configurable: true, enumerable: false, writable: true });

class Domain extends EventEmitter {
  constructor() {
    super();
    this.members = [];
  }

  enter() {
    entered().push(this);
    become(this);
  }

  exit() {
    const at = stack.lastIndexOf(this);
    if (at === -1) return;
    stack.length = at;
    become(stack.at(-1));
  }

  add(emitter) {
    if (emitter.domain === this) return;
    if (emitter.domain) emitter.domain.remove(emitter);
    // Domains that are each other's members would hand an error round for ever.
    for (let above = this.domain; emitter instanceof Domain && above; above = above.domain) {
      if (above === emitter) return;
    }
    Object.defineProperty(emitter, 'domain', described(this));
    this.members.push(emitter);
  }

  remove(emitter) {
    Object.defineProperty(emitter, 'domain', described(null));
    const at = this.members.indexOf(emitter);
    if (at !== -1) this.members.splice(at, 1);
  }

  run(fn, ...args) {
    this.enter();
    const result = Reflect.apply(fn, this, args);
    this.exit();
    return result;
  }

  intercept(callback) {
    const domain = this;
    return domain.#bound(function (error, ...args) {
      if (!(error instanceof Error)) return Reflect.apply(callback, this, args);
      mark(error, domain, { domainBound: callback, domainThrown: false });
      domain.emit('error', error);
      return undefined;
    });
  }

  bind(callback) {
    return this.#bound(callback);
  }

  #bound(callback) {
    const domain = this;
    function runBound(...args) {
      domain.enter();
      const result = Reflect.apply(callback, this, args);
      domain.exit();
      return result;
    }
    Object.defineProperty(runBound, 'domain', described(this));
    return runBound;
  }

  /** Gets what was thrown inside; true if somebody took it. */
  _errorHandler(error) {
    if ((typeof error === 'object' && error !== null) || typeof error === 'function') {
      mark(error, this, { domainThrown: true });
    }
    // A listener runs outside of its domain, else what it throws would come back to it.
    stack.pop();
    become(stack.at(-1));
    if (this.listenerCount('error') > 0) {
      if (stack.length === 0) return this.emit('error', error);
      try {
        return this.emit('error', error);
      } catch (thrown) {
        return stack.at(-1)._errorHandler(thrown);
      }
    }
    return stack.length > 0 && stack.at(-1)._errorHandler(error);
  }
}

function mark(error, domain, more) {
  Object.defineProperty(error, 'domain', described(domain));
  Object.assign(error, more);
}

let stack = [];

/** The domains that were entered: in a callback, the one it belongs to. */
function entered() {
  const domain = current();
  if (domain === null || domain === undefined) stack = [];
  else if (stack.at(-1) !== domain) stack = [domain];
  return stack;
}

fatal.setDomains((error) => {
  const domain = current();
  if (domain === undefined || domain === null) return false;
  if (entered().at(-1) !== domain) stack.push(domain);
  const caught = domain._errorHandler(error);
  stack = [];
  become(null);
  return caught;
});

Object.defineProperty(process, 'domain', { enumerable: true, configurable: true, get: current, set: become });

EventEmitter.usingDomains = true;
const { init, prototype: { emit } } = EventEmitter;

EventEmitter.init = function (options) {
  if (!(this instanceof Domain)) {
    Object.defineProperty(this, 'domain', described(current() ?? null));
  } else {
    Object.defineProperty(this, 'domain', described(null));
  }
  return init.call(this, options);
};

function toDomain(emitter, domain, error) {
  if (typeof error === 'object' && error !== null) mark(error, domain, { domainEmitter: emitter, domainThrown: false });
  const before = current();
  const outer = entered();
  // A listener runs outside of its domain, inside of those around it.
  stack = outer.slice(0, Math.max(outer.lastIndexOf(domain), 0));
  become(stack.at(-1));
  domain.emit('error', error);
  stack = outer;
  become(before);
  return false;
}

EventEmitter.prototype.emit = function (type, ...args) {
  const { domain } = this;
  if (domain === null || domain === undefined || this === process) return Reflect.apply(emit, this, [type, ...args]);
  if (type === 'error' && this.listenerCount('error') === 0) {
    return toDomain(this, domain, args.length > 0 && args[0] ? args[0] : new codes.ERR_UNHANDLED_ERROR());
  }
  domain.enter();
  const result = Reflect.apply(emit, this, [type, ...args]);
  domain.exit();
  return result;
};

const create = () => new Domain();

module.exports = {
  Domain,
  create,
  createDomain: create,
  get active() { return current(); },
  set active(domain) { become(domain); },
  get _stack() { return entered(); },
};
