'use strict';

// How an error that nobody caught reaches the parent: class, message, stack and what else can be cloned.

const CLASSES = { Error, EvalError, RangeError, ReferenceError, SyntaxError, TypeError, URIError, AggregateError };
const { structuredClone } = require('web/clone');

function classOf(error) {
  for (let proto = error; proto !== null; proto = Object.getPrototypeOf(proto)) {
    const name = Object.hasOwn(proto, 'constructor') && typeof proto.constructor === 'function' ? proto.constructor.name : undefined;
    if (name !== undefined && CLASSES[name]?.prototype === proto) return name;
  }
  return undefined;
}

/** A property as data; undefined for what cannot cross. */
function partOf(error, name) {
  try {
    const { enumerable } = Object.getOwnPropertyDescriptor(error, name);
    const value = error[name];
    return { name, enumerable, value: value instanceof Error ? { error: serialize(value) } : { plain: structuredClone(value) } };
  } catch {
    return undefined;
  }
}

function serialize(error) {
  const { DOMException } = require('web/events');
  if (error instanceof DOMException) {
    return { type: 'exception', message: error.message, name: error.name, stack: `${error.stack}` };
  }
  const className = error instanceof Error ? classOf(error) : undefined;
  if (className !== undefined) {
    const names = Object.getOwnPropertyNames(error);
    if (!names.includes('message') && 'message' in error) names.push('message');
    if (!names.includes('stack')) names.push('stack');
    const parts = names.map((name) => partOf(error, name)).filter((part) => part !== undefined);
    const { name } = error;
    return { type: 'error', className, parts, name: typeof name === 'string' ? name : className };
  }
  try {
    return { type: 'value', value: structuredClone(error) };
  } catch {
    return { type: 'text', text: require('internal/inspect').inspect(error) };
  }
}

function deserialize(form) {
  const { DOMException } = require('web/events');
  switch (form.type) {
    case 'value':
      return form.value;
    case 'exception': {
      const error = new DOMException(form.message, form.name);
      Object.defineProperty(error, 'stack', { value: form.stack, writable: true, configurable: true });
      return error;
    }
    case 'error':
      return deserializeError(form);
    default: {
      const inspect = Symbol.for('nodejs.util.inspect.custom');
      return { [inspect]: () => form.text };
    }
  }
}

function deserializeError({ className, parts, name }) {
  const error = className === 'AggregateError' ? new AggregateError([]) : new CLASSES[className]();
  for (const { name: key, enumerable, value } of parts) {
    const given = value.error === undefined ? value.plain : deserialize(value.error);
    Object.defineProperty(error, key, { value: given, enumerable, writable: true, configurable: true });
  }
  if (error.name !== name) Object.defineProperty(error, 'name', { value: name, writable: true, configurable: true, enumerable: false });
  return error;
}

module.exports = { serialize, deserialize };
