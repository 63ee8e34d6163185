'use strict';

const told = new Set();

/** Electron's own way to say that something has another name now: once, and not if the process does not want to know. */
function deprecationOnce(former, name) {
  if (told.has(former) || process.noDeprecation) return;
  told.add(former);
  const text = `'${former}' is deprecated and will be removed. Please use '${name}' instead.`;
  if (process.throwDeprecation) throw new Error(text);
  console.warn(`(electron) ${text}`);
}

module.exports = { deprecationOnce };
