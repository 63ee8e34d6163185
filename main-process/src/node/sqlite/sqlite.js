'use strict';

const { codes } = require('internal/errors');
const {
  validateBoolean, validateFunction, validateInteger, validateObject, validateString,
} = require('internal/validators');
const { Statement, StatementSync } = require('./statement');
const { defineAggregate, defineFunction, Functions } = require('./functions');
const { pathOf } = require('./paths');

const OPTIONS = {
  open: true,
  readOnly: false,
  enableForeignKeyConstraints: true,
  enableDoubleQuotedStringLiterals: false,
  allowExtension: false,
  readBigInts: false,
  returnArrays: false,
  allowBareNamedParameters: true,
  allowUnknownNamedParameters: false,
};

function readOptions(given) {
  const options = { ...OPTIONS, timeout: 0 };
  if (given === undefined) return options;
  validateObject(given, 'options');
  for (const name of Object.keys(OPTIONS)) {
    if (given[name] === undefined) continue;
    validateBoolean(given[name], `options.${name}`);
    options[name] = given[name];
  }
  if (given.timeout !== undefined) {
    validateInteger(given.timeout, 'options.timeout', 0, 2 ** 31 - 1);
    options.timeout = given.timeout;
  }
  return options;
}

/** A connection to one database; every call works at once. See https://nodejs.org/docs/latest-v22.x/api/sqlite.html */
class DatabaseSync {
  #path;
  #options;
  #handle = null;
  #functions = new Functions();
  #extensions = false;

  constructor(path, options) {
    if (new.target === undefined) throw new codes.ERR_CONSTRUCT_CALL_REQUIRED('DatabaseSync');
    this.#path = pathOf(path);
    this.#options = readOptions(options);
    if (this.#options.open) this.open();
  }

  open() {
    if (this.#handle !== null) throw new codes.ERR_INVALID_STATE('database is already open');
    const { readOnly, enableForeignKeyConstraints, enableDoubleQuotedStringLiterals, timeout } = this.#options;
    this.#handle = native.open(this.#path, {
      readOnly,
      foreignKeys: enableForeignKeyConstraints,
      doubleQuotedStrings: enableDoubleQuotedStringLiterals,
      timeout,
    });
    if (this.#options.allowExtension) {
      this.#handle.allowExtensions(true);
      this.#extensions = true;
    }
  }

  get isOpen() {
    return this.#handle !== null;
  }

  get isTransaction() {
    return this.#opened().inTransaction();
  }

  close() {
    this.#opened().close();
    this.#handle = null;
  }

  [Symbol.dispose || Symbol.for('Symbol.dispose')]() {
    if (this.#handle !== null) this.close();
  }

  exec(sql) {
    const handle = this.#opened();
    validateString(sql, 'sql');
    handle.exec(sql, this.#functions.answer);
  }

  prepare(sql, options = undefined) {
    const handle = this.#opened();
    validateString(sql, 'sql');
    const statement = handle.prepare(sql);
    if (statement === null || statement === undefined) {
      throw new codes.ERR_INVALID_STATE('The supplied SQL string contains no statements');
    }
    return Statement(statement, this.#functions, { ...this.#options, ...options });
  }

  location(name = 'main') {
    const handle = this.#opened();
    validateString(name, 'dbName');
    return handle.location(name) ?? null;
  }

  function(name, options, callback) {
    const handle = this.#opened();
    defineFunction(handle, this.#functions, name, options, callback);
  }

  aggregate(name, options) {
    defineAggregate(this.#opened(), this.#functions, name, options);
  }

  enableLoadExtension(allow) {
    validateBoolean(allow, 'allow');
    if (allow && !this.#options.allowExtension) {
      throw new codes.ERR_INVALID_STATE('Cannot enable extension loading because it was disabled at database creation.');
    }
    this.#opened().allowExtensions(allow);
    this.#extensions = allow;
  }

  loadExtension(path) {
    const handle = this.#opened();
    if (!this.#extensions) throw new codes.ERR_INVALID_STATE('extension loading is not allowed');
    validateString(path, 'path');
    handle.loadExtension(path);
  }

  createSession() {
    throw new codes.ERR_NOT_SUPPORTED('DatabaseSync.createSession');
  }

  applyChangeset() {
    throw new codes.ERR_NOT_SUPPORTED('DatabaseSync.applyChangeset');
  }

  #opened() {
    if (this.#handle === null) throw new codes.ERR_INVALID_STATE('database is not open');
    return this.#handle;
  }

  static handleOf(database) {
    if (typeof database !== 'object' || database === null || !(#handle in database)) {
      throw new codes.ERR_INVALID_ARG_TYPE('sourceDb', 'DatabaseSync', database);
    }
    return database.#opened();
  }
}

const { handleOf } = DatabaseSync;
delete DatabaseSync.handleOf;

/** Copies a database while it is in use, some pages a turn of the loop. Resolves to the number of pages. */
async function backup(sourceDb, path, options = {}) {
  const handle = handleOf(sourceDb);
  const target = pathOf(path);
  validateObject(options, 'options');
  const { rate = 100, source = 'main', target: name = 'main', progress } = options;
  validateInteger(rate, 'options.rate', 1);
  validateString(source, 'options.source');
  validateString(name, 'options.target');
  if (progress !== undefined) validateFunction(progress, 'options.progress');
  const copy = handle.backup(target, name, source);
  for (;;) {
    const [remainingPages, totalPages] = copy.step(Math.min(rate, 2 ** 31 - 1));
    if (remainingPages === 0) return totalPages;
    progress?.({ totalPages, remainingPages });
    await new Promise((resolve) => require('node/timers').setImmediate(resolve));
  }
}

module.exports = { backup, DatabaseSync, StatementSync };
