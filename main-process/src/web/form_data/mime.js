'use strict';

const TOKEN = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/;

/** The parameters of a media type, each after a `;`, the values perhaps quoted. */
function parametersOf(text) {
  const parameters = new Map();
  const pattern = /;[\t\n\r ]*([^=;]*)(?:=(?:"((?:[^"\\]|\\[^])*)"?[^;]*|([^;]*)))?/g;
  for (const [, rawName, quoted, plain] of text.matchAll(pattern)) {
    const name = rawName.trim().toLowerCase();
    const value = quoted === undefined ? plain?.trim() : quoted.replace(/\\([^])/g, '$1');
    if (value !== undefined && TOKEN.test(name) && !parameters.has(name)) parameters.set(name, value);
  }
  return parameters;
}

/** A media type as `{ essence, parameters }`; undefined for what is none. */
function parseMime(text) {
  const end = text.indexOf(';');
  const essence = (end === -1 ? text : text.slice(0, end)).trim().toLowerCase();
  const [type, subtype, more] = essence.split('/');
  if (more !== undefined || subtype === undefined || !TOKEN.test(type) || !TOKEN.test(subtype)) return undefined;
  return { essence, parameters: end === -1 ? new Map() : parametersOf(text.slice(end)) };
}

module.exports = { parseMime };
