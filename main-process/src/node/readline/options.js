'use strict';

const { codes } = require('internal/errors');
const { validateAbortSignal, validateArray, validateNumber, validateUint32 } = require('internal/validators');

const MIN_CRLF_DELAY = 100;
const HISTORY_SIZE = 30;

function checkCompleter(completer) {
  if (completer !== undefined && typeof completer !== 'function') {
    throw new codes.ERR_INVALID_ARG_VALUE('completer', completer);
  }
}

function historySizeOf(size) {
  if (size === undefined) return HISTORY_SIZE;
  validateNumber(size, 'historySize', 0);
  return size;
}

/** What an interface is made with: `(input, output, completer, terminal)` or an object. */
function settle(input, output, completer, terminal) {
  const given = input?.input ? input : { input, output, completer, terminal };
  checkCompleter(given.completer);
  const { history = [], prompt, signal, tabSize, escapeCodeTimeout } = given;
  validateArray(history, 'history');
  if (signal) validateAbortSignal(signal, 'options.signal');
  if (tabSize !== undefined) validateUint32(tabSize, 'tabSize', true);
  if (escapeCodeTimeout !== undefined && !Number.isFinite(escapeCodeTimeout)) {
    throw new codes.ERR_INVALID_ARG_VALUE('input.escapeCodeTimeout', escapeCodeTimeout);
  }
  return {
    input: given.input,
    output: given.output,
    completer: given.completer,
    terminal: given.terminal === undefined && given.output != null ? !!given.output.isTTY : !!given.terminal,
    history,
    historySize: historySizeOf(given.historySize),
    removeHistoryDuplicates: !!given.removeHistoryDuplicates,
    crlfDelay: given.crlfDelay ? Math.max(MIN_CRLF_DELAY, given.crlfDelay) : MIN_CRLF_DELAY,
    prompt: prompt === undefined ? '> ' : `${prompt}`,
    tabSize: tabSize ?? 8,
    escapeCodeTimeout: escapeCodeTimeout ?? 500,
    signal,
  };
}

module.exports = { settle };
