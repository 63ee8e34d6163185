'use strict';

const { hideStackFrames } = require('internal/errors');
const { validateInteger, validateObject, validateBoolean } = require('internal/validators');

function rawSites(limit, below) {
  const { prepareStackTrace, stackTraceLimit } = Error;
  Error.prepareStackTrace = (error, sites) => sites;
  Error.stackTraceLimit = limit;
  try {
    const holder = {};
    Error.captureStackTrace(holder, below);
    return holder.stack;
  } finally {
    Error.prepareStackTrace = prepareStackTrace;
    Error.stackTraceLimit = stackTraceLimit;
  }
}

/** Where the caller is, and its callers, topmost first. */
function getCallSites(frameCount = 10, options = undefined) {
  let count = frameCount;
  let settings = options;
  if (settings === undefined && typeof frameCount === 'object' && frameCount !== null) {
    settings = frameCount;
    count = 10;
  }
  if (settings !== undefined) {
    validateObject(settings, 'options');
    if (settings.sourceMap !== undefined) validateBoolean(settings.sourceMap, 'options.sourceMap');
  }
  validateInteger(count, 'frameCount', 1, 200);
  // The wrapper in util.js is the first frame; the caller comes after it.
  return rawSites(count + 1, getCallSites).slice(1).map((site) => ({
    functionName: site.getFunctionName() ?? '',
    scriptId: '0',
    scriptName: site.getFileName() ?? '',
    lineNumber: site.getLineNumber() ?? 0,
    columnNumber: site.getColumnNumber() ?? 0,
    column: site.getColumnNumber() ?? 0,
  }));
}

module.exports = { getCallSites: hideStackFrames(getCallSites) };
