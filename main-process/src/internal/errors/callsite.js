'use strict';

function location(site) {
  const file = site.getFileName();
  if (file === null || file === undefined) return site.isNative() ? 'native' : '<anonymous>';
  const line = site.getLineNumber();
  if (line === null) return file;
  const column = site.getColumnNumber();
  return column === null ? `${file}:${line}` : `${file}:${line}:${column}`;
}

/** What V8's call sites can say and this engine's can't; the receiver of a call is not known here. */
const methods = {
  getThis() {
    return undefined;
  },
  getTypeName() {
    return null;
  },
  getMethodName() {
    return null;
  },
  getEvalOrigin() {
    return undefined;
  },
  getScriptNameOrSourceURL() {
    return this.getFileName();
  },
  getScriptHash() {
    return '';
  },
  getEnclosingLineNumber() {
    return this.getLineNumber();
  },
  getEnclosingColumnNumber() {
    return this.getColumnNumber();
  },
  getPosition() {
    return 0;
  },
  getPromiseIndex() {
    return null;
  },
  isToplevel() {
    return true;
  },
  isEval() {
    const file = this.getFileName();
    return file === '<input>' || file === '<evalScript>';
  },
  isAsync() {
    return false;
  },
  isPromiseAll() {
    return false;
  },
  toString() {
    const name = this.getFunctionName() === '<eval>' ? null : this.getFunctionName();
    const where = this.isNative() ? '<anonymous>' : location(this);
    if (this.isConstructor()) return `new ${name || '<anonymous>'} (${where})`;
    return name ? `${name} (${where})` : where;
  },
};

/** Adds V8's methods to the prototype of the engine's call sites, where they are missing. */
function complete(prototype) {
  for (const name of Object.keys(methods)) {
    if (Object.hasOwn(prototype, name)) continue;
    Object.defineProperty(prototype, name, {
      value: methods[name], writable: true, enumerable: false, configurable: true,
    });
  }
}

module.exports = { complete };
