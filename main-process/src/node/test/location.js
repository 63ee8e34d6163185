'use strict';

/** Where the user's code called into this module: `{ line, column, file }`. */
function caller() {
  const { prepareStackTrace, stackTraceLimit } = Error;
  Error.prepareStackTrace = (error, sites) => sites;
  Error.stackTraceLimit = 12;
  let sites;
  try {
    const holder = {};
    Error.captureStackTrace(holder, caller);
    sites = holder.stack;
  } finally {
    Error.prepareStackTrace = prepareStackTrace;
    Error.stackTraceLimit = stackTraceLimit;
  }
  return Array.isArray(sites) ? outside(sites) : undefined;
}

function outside(sites) {
  for (const site of sites) {
    const file = site.getFileName();
    if (typeof file !== 'string' || /^(?:node|kaon|internal|web|electron)[:/]/.test(file) || site.isNative()) continue;
    return { line: site.getLineNumber(), column: site.getColumnNumber(), file: pathOf(file) };
  }
  return undefined;
}

const pathOf = (file) => (file.startsWith('file://') ? require('node/url').fileURLToPath(file) : file);

module.exports = { caller };
