'use strict';

function location(site) {
  const file = site.getFileName();
  if (file === null || file === undefined) return site.isNative() ? 'native' : '<anonymous>';
  const line = site.getLineNumber();
  if (line === null) return file;
  const column = site.getColumnNumber();
  return column === null ? `${file}:${line}` : `${file}:${line}:${column}`;
}

/** A call site as a line of a stack; `place` says where its author wrote it, if that is elsewhere. */
function show(site, place) {
  const name = site.getFunctionName() === '<eval>' ? null : site.getFunctionName();
  let where = place === undefined ? undefined : `${place.file}:${place.line}:${place.column}`;
  where ??= site.isNative() ? '<anonymous>' : location(site);
  if (site.isConstructor()) return `new ${name || '<anonymous>'} (${where})`;
  return name ? `${name} (${where})` : where;
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
    return show(this, undefined);
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

module.exports = { complete, show };
