'use strict';

const { codes } = require('internal/errors');
const { validateBoolean } = require('internal/validators');

const BIG = 1;
const ARRAYS = 2;
const PREFIXES = ['$', ':', '@'];

/** Positions of a statement's named parameters: as written, and bare where that is allowed. */
function namesOf(parameters, bare) {
  const names = new Map();
  const written = new Map();
  parameters.forEach((name, index) => {
    if (name === null || name === undefined) return;
    names.set(name, index + 1);
    if (!bare || !PREFIXES.includes(name[0])) return;
    const short = name.slice(1);
    const other = written.get(short);
    if (other !== undefined && other !== name) {
      const text = `Cannot create bare named parameter '${short}' because of conflicting names '${other}' and '${name}'.`;
      throw new codes.ERR_INVALID_STATE(text);
    }
    written.set(short, name);
    names.set(short, index + 1);
  });
  return names;
}

const isNames = (value) => typeof value === 'object' && value !== null && !ArrayBuffer.isView(value) && !(value instanceof ArrayBuffer);

/** What the native half stores as it is: null, a number, text, a BigInt of 64 bits, a Uint8Array. */
function storable(value, index) {
  switch (typeof value) {
    case 'number':
      return value;
    case 'string':
      return value.isWellFormed() ? value : value.toWellFormed();
    case 'bigint':
      if (BigInt.asIntN(64, value) !== value) throw new codes.ERR_INVALID_ARG_VALUE('value', value, 'is too large to bind');
      return value;
    case 'object':
      if (value === null || value instanceof Uint8Array) return value;
      if (ArrayBuffer.isView(value)) return new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
  }
  const error = new TypeError(`Provided value cannot be bound to SQLite parameter ${index}.`);
  error.code = 'ERR_INVALID_ARG_TYPE';
  throw error;
}

let inside = false;

/** A prepared statement; made by `database.prepare()`. */
class StatementSync {
  #handle;
  #functions;
  #flags;
  #bare;
  #unknown;
  #parameters;
  #names = null;

  constructor(handle, functions, options) {
    if (!inside) throw new codes.ERR_ILLEGAL_CONSTRUCTOR();
    this.#handle = handle;
    this.#functions = functions;
    this.#flags = (options.readBigInts ? BIG : 0) | (options.returnArrays ? ARRAYS : 0);
    this.#bare = options.allowBareNamedParameters;
    this.#unknown = options.allowUnknownNamedParameters;
    this.#parameters = handle.parameters();
  }

  run(...parameters) {
    const handle = this.#bound(parameters);
    try {
      const [changes, lastInsertRowid] = handle.run((this.#flags & BIG) !== 0, this.#functions.answer);
      return { changes, lastInsertRowid };
    } finally {
      handle.reset();
    }
  }

  get(...parameters) {
    const handle = this.#bound(parameters);
    try {
      return handle.next(this.#flags, this.#functions.answer) ?? undefined;
    } finally {
      handle.reset();
    }
  }

  all(...parameters) {
    const handle = this.#bound(parameters);
    try {
      return handle.all(this.#flags, this.#functions.answer);
    } finally {
      handle.reset();
    }
  }

  iterate(...parameters) {
    return rowsOf(this.#bound(parameters), this.#flags, this.#functions);
  }

  columns() {
    const named = ([name, column, database, table, type]) => ({
      __proto__: null, column: column ?? null, database: database ?? null, name, table: table ?? null, type: type ?? null,
    });
    return this.#alive().columns().map(named);
  }

  get sourceSQL() {
    return this.#alive().source();
  }

  get expandedSQL() {
    return this.#alive().expanded();
  }

  setReadBigInts(enabled) {
    this.#set(BIG, enabled, 'readBigInts');
  }

  setReturnArrays(enabled) {
    this.#set(ARRAYS, enabled, 'returnArrays');
  }

  setAllowBareNamedParameters(enabled) {
    this.#alive();
    validateBoolean(enabled, 'allowBareNamedParameters');
    this.#bare = enabled;
    this.#names = null;
  }

  setAllowUnknownNamedParameters(enabled) {
    this.#alive();
    validateBoolean(enabled, 'enabled');
    this.#unknown = enabled;
  }

  #set(flag, enabled, name) {
    this.#alive();
    validateBoolean(enabled, name);
    this.#flags = enabled ? this.#flags | flag : this.#flags & ~flag;
  }

  #alive() {
    if (this.#handle.finalized()) throw new codes.ERR_INVALID_STATE('statement has been finalized');
    return this.#handle;
  }

  /** Named parameters come first, in one object; the others fill what is left in order. */
  #bound(parameters) {
    const handle = this.#alive();
    handle.clear();
    let first = 0;
    if (parameters.length > 0 && isNames(parameters[0])) {
      first = 1;
      this.#bindNamed(handle, parameters[0]);
    }
    let index = 1;
    for (let place = first; place < parameters.length; place++) {
      while (first === 1 && isNamed(this.#parameters[index - 1])) index++;
      handle.bind(index, storable(parameters[place], index));
      index++;
    }
    return handle;
  }

  #bindNamed(handle, values) {
    this.#names ??= namesOf(this.#parameters, this.#bare);
    for (const name of Object.keys(values)) {
      const index = this.#names.get(name);
      if (index !== undefined) handle.bind(index, storable(values[name], index));
      else if (!this.#unknown) throw new codes.ERR_INVALID_STATE(`Unknown named parameter '${name}'`);
    }
  }
}

const isNamed = (name) => name !== null && name !== undefined;

function* rowsOf(handle, flags, functions) {
  try {
    for (;;) {
      if (handle.finalized()) throw new codes.ERR_INVALID_STATE('statement has been finalized');
      const row = handle.next(flags, functions.answer);
      if (row === null || row === undefined) return;
      yield row;
    }
  } finally {
    handle.reset();
  }
}

function Statement(handle, functions, options) {
  inside = true;
  try {
    return new StatementSync(handle, functions, options);
  } finally {
    inside = false;
  }
}

module.exports = { StatementSync, Statement };
