'use strict';

// What requests and responses have in common: the body's readers.

const { parseMime } = require('web/form_data/mime');

const decode = (bytes) => new (require('web/encoding').TextDecoder)().decode(bytes);

/** Adds the readers to a class; `bodyOf(instance)` is its Body or null, `typeOf(instance)` its media type or null. */
function addReaders(target, bodyOf, typeOf) {
  const read = async (instance, use) => {
    const body = bodyOf(instance);
    return use(body === null ? new Uint8Array() : await body.collect(), instance);
  };
  const readers = {
    arrayBuffer: (bytes) => bytes.byteLength === bytes.buffer.byteLength ? bytes.buffer : bytes.slice().buffer,
    blob: (bytes, instance) => new (require('web/blob').Blob)([bytes], { type: essence(typeOf(instance)) }),
    bytes: (bytes) => bytes,
    formData: (bytes, instance) => require('web/form_data/multipart').parseForm(bytes, parseMime(typeOf(instance) ?? '')),
    json: (bytes) => JSON.parse(decode(bytes)),
    text: decode,
  };
  for (const [name, use] of Object.entries(readers)) {
    const method = { [name]() {
      return read(this, use);
    } }[name];
    Object.defineProperty(target.prototype, name, { value: method, writable: true, enumerable: true, configurable: true });
  }
  Object.defineProperties(target.prototype, {
    body: {
      get() {
        return bodyOf(this)?.stream ?? null;
      },
      enumerable: true,
      configurable: true,
    },
    bodyUsed: {
      get() {
        return bodyOf(this)?.used ?? false;
      },
      enumerable: true,
      configurable: true,
    },
  });
}

function essence(type) {
  const mime = type === null ? undefined : parseMime(type);
  if (mime === undefined) return '';
  let text = mime.essence;
  for (const [name, value] of mime.parameters) text += `;${name}=${/^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/.test(value) ? value : JSON.stringify(value)}`;
  return text;
}

/** Getters that `for…in` and `inspect` show, as the standard's interfaces have them. */
function enumerable(target, names) {
  for (const name of names) Object.defineProperty(target.prototype, name, { enumerable: true });
  Object.defineProperty(target.prototype, Symbol.toStringTag, { value: target.name, configurable: true });
}

module.exports = { addReaders, enumerable };
