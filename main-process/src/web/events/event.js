'use strict';

const { codes } = require('internal/errors');
const { validateObject } = require('internal/validators');
const { sinceStart } = require('internal/timers');
const { kTrusted, kStopped, kTarget, kDispatching, kPassive, inspect } = require('./symbols');

const validated = { allowArray: true, allowFunction: true, nullable: true };

// Not configurable, because scripts rely on it being unforgeable.
const isTrusted = { get() { return this[kTrusted] === true; }, configurable: false, enumerable: true };

const check = (self) => {
  if (!(self instanceof Event)) throw new codes.ERR_INVALID_THIS('Event');
  return self;
};

class Event {
  #type;
  #bubbles = false;
  #cancelable = false;
  #composed = false;
  #prevented = false;
  #propagationStopped = false;
  #timeStamp = sinceStart();

  constructor(type, options = undefined) {
    if (arguments.length === 0) throw new codes.ERR_MISSING_ARGS('type');
    if (options != null) {
      validateObject(options, 'options', validated);
      this.#bubbles = !!options.bubbles;
      this.#cancelable = !!options.cancelable;
      this.#composed = !!options.composed;
      if (options[kTrusted]) this[kTrusted] = true;
    }
    this.#type = `${type}`;
    this[kTarget] = null;
    this[kDispatching] = false;
    this[kStopped] = false;
    this[kPassive] = false;
  }

  initEvent(type, bubbles = false, cancelable = false) {
    if (arguments.length === 0) throw new codes.ERR_MISSING_ARGS('type');
    check(this);
    if (this[kDispatching]) return;
    this.#type = `${type}`;
    this.#bubbles = !!bubbles;
    this.#cancelable = !!cancelable;
  }

  stopImmediatePropagation() {
    check(this).#propagationStopped = true;
    this[kStopped] = true;
  }

  preventDefault() {
    check(this);
    if (this.#cancelable && !this[kPassive]) this.#prevented = true;
  }

  get target() { return check(this)[kTarget]; }
  get currentTarget() { return check(this)[kDispatching] ? this[kTarget] : null; }
  get srcElement() { return check(this)[kTarget]; }
  get type() { return check(this).#type; }
  get cancelable() { return check(this).#cancelable; }
  get defaultPrevented() { return check(this).#cancelable && this.#prevented; }
  get timeStamp() { return check(this).#timeStamp; }

  composedPath() { return check(this)[kDispatching] ? [this[kTarget]] : []; }

  get returnValue() { return !check(this).#cancelable || !this.#prevented; }
  set returnValue(value) { if (!value) this.preventDefault(); }

  get bubbles() { return check(this).#bubbles; }
  get composed() { return check(this).#composed; }
  get eventPhase() { return check(this)[kDispatching] ? Event.AT_TARGET : Event.NONE; }
  get cancelBubble() { return check(this).#propagationStopped; }
  set cancelBubble(value) { if (value) check(this).#propagationStopped = true; }

  stopPropagation() { check(this).#propagationStopped = true; }

  [inspect](depth, options, print) {
    const name = this.constructor.name;
    if (depth < 0) return name;
    const inner = { ...options, depth: Number.isInteger(options.depth) ? options.depth - 1 : options.depth };
    const shown = {
      type: this.#type,
      defaultPrevented: this.#cancelable && this.#prevented,
      cancelable: this.#cancelable,
      timeStamp: this.#timeStamp,
    };
    return `${name} ${print(shown, inner)}`;
  }
}

const enumerable = { enumerable: true };
const members = [
  'initEvent', 'stopImmediatePropagation', 'preventDefault', 'target', 'currentTarget', 'srcElement', 'type', 'cancelable',
  'defaultPrevented', 'timeStamp', 'composedPath', 'returnValue', 'bubbles', 'composed', 'eventPhase', 'cancelBubble', 'stopPropagation',
];
for (const member of members) Object.defineProperty(Event.prototype, member, enumerable);
Object.defineProperty(Event.prototype, 'isTrusted', isTrusted);
Object.defineProperty(Event.prototype, Symbol.toStringTag, { configurable: true, value: 'Event' });

['NONE', 'CAPTURING_PHASE', 'AT_TARGET', 'BUBBLING_PHASE'].forEach((phase, value) => {
  Object.defineProperty(Event, phase, { enumerable: true, value });
  Object.defineProperty(Event.prototype, phase, { enumerable: true, value });
});

class CustomEvent extends Event {
  #detail;

  constructor(type, options) {
    if (arguments.length === 0) throw new codes.ERR_MISSING_ARGS('type');
    super(type, options);
    this.#detail = options?.detail ?? null;
  }

  get detail() {
    if (!(#detail in this)) throw new codes.ERR_INVALID_THIS('CustomEvent');
    return this.#detail;
  }
}

Object.defineProperty(CustomEvent.prototype, Symbol.toStringTag, { configurable: true, value: 'CustomEvent' });
Object.defineProperty(CustomEvent.prototype, 'detail', enumerable);

module.exports = { Event, CustomEvent };
