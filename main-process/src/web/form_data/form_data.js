'use strict';

const { File, isBlob } = require('web/blob');
const { iterable, need, illegal } = require('./pairs');

const INSPECT = Symbol.for('nodejs.util.inspect.custom');

const text = (value) => `${value}`.toWellFormed();

/** What stands in the list: text, or a file with a name. */
function valueOf(value, filename) {
  if (!isBlob(value)) return text(value);
  if (filename === undefined && value instanceof File) return value;
  const name = filename ?? 'blob';
  const { lastModified } = value;
  return new File([value], name, lastModified === undefined ? { type: value.type } : { type: value.type, lastModified });
}

class FormData {
  #list = [];

  constructor(form = undefined) {
    if (form !== undefined) throw new TypeError('FormData constructor: Argument 1 could not be converted to: undefined.');
  }

  static listOf(value) {
    if (typeof value !== 'object' || value === null || !(#list in value)) throw illegal();
    return value.#list;
  }

  static isFormData(value) {
    return typeof value === 'object' && value !== null && #list in value;
  }

  static entry(args, method) {
    need(args.length, 2, `FormData.${method}`);
    const [name, value, filename] = args;
    if (args.length === 3 && !isBlob(value)) {
      throw new TypeError(`Failed to execute '${method}' on 'FormData': parameter 2 is not of type 'Blob'`);
    }
    return [text(name), valueOf(value, args.length === 3 ? text(filename) : undefined)];
  }

  append(name, value, filename = undefined) {
    listOf(this).push(entry(arguments, 'append'));
  }

  delete(name) {
    const list = listOf(this);
    need(arguments.length, 1, 'FormData.delete');
    const wanted = text(name);
    // The same list, as iterators may be looking at it.
    list.splice(0, list.length, ...list.filter(([own]) => own !== wanted));
  }

  get(name) {
    const list = listOf(this);
    need(arguments.length, 1, 'FormData.get');
    const wanted = text(name);
    return list.find(([own]) => own === wanted)?.[1] ?? null;
  }

  getAll(name) {
    const list = listOf(this);
    need(arguments.length, 1, 'FormData.getAll');
    const wanted = text(name);
    return list.filter(([own]) => own === wanted).map(([, value]) => value);
  }

  has(name) {
    const list = listOf(this);
    need(arguments.length, 1, 'FormData.has');
    const wanted = text(name);
    return list.some(([own]) => own === wanted);
  }

  set(name, value, filename = undefined) {
    const list = listOf(this);
    const made = entry(arguments, 'set');
    const index = list.findIndex(([own]) => own === made[0]);
    if (index === -1) list.push(made);
    else list.splice(0, list.length, ...list.slice(0, index), made, ...list.slice(index + 1).filter(([own]) => own !== made[0]));
  }

  [INSPECT](depth, options, inspect) {
    const shown = {};
    for (const [name, value] of listOf(this)) {
      if (!Object.hasOwn(shown, name)) shown[name] = value;
      else if (Array.isArray(shown[name])) shown[name].push(value);
      else shown[name] = [shown[name], value];
    }
    return depth < 0 ? '[FormData]' : `FormData ${inspect(shown, options)}`;
  }
}

// For this folder and fetch, not for applications.
const { listOf, entry, isFormData } = FormData;
for (const name of ['listOf', 'entry', 'isFormData']) delete FormData[name];

for (const name of ['append', 'delete', 'get', 'getAll', 'has', 'set']) {
  Object.defineProperty(FormData.prototype, name, { enumerable: true });
}
Object.defineProperty(FormData.prototype, INSPECT, { enumerable: false });
iterable(FormData, listOf);

module.exports = { FormData, isFormData, listOf };
