'use strict';

const { validateNumber } = require('internal/validators');
const { hex } = require('./encodings');

let shown = 50;

const limit = {
  get: () => shown,
  set: (value) => {
    validateNumber(value, 'INSPECT_MAX_BYTES', 0);
    shown = value;
  },
  enumerable: true,
  configurable: true,
};

// Own properties that are not bytes. The engine lists a typed array's indices first.
const extrasOf = (buffer, hidden) => {
  const keys = Reflect.ownKeys(buffer).slice(buffer.length);
  return hidden ? keys : keys.filter((key) => Object.prototype.propertyIsEnumerable.call(buffer, key));
};

function inspect(depth, options, show) {
  const count = Math.min(shown, this.length);
  let text = (hex.slice(this, 0, count).match(/../g) ?? []).join(' ');
  const rest = this.length - shown;
  if (rest > 0) text += ` ... ${rest} more byte${rest > 1 ? 's' : ''}`;
  if (options && show) {
    const extras = Object.create(null);
    const keys = extrasOf(this, options.showHidden);
    for (const key of keys) extras[key] = this[key];
    if (keys.length > 0) {
      const shownExtras = show(extras, { ...options, breakLength: Infinity, compact: true });
      text += `${this.length > 0 ? ', ' : ''}${shownExtras.slice('[Object: null prototype] { '.length, -2)}`;
    }
  }
  return `<${this.constructor?.name ?? 'Buffer'} ${text}>`;
}

module.exports = { inspect, limit };
