'use strict';

const { triggerUncaught, currentProcess } = require('internal/fatal');
const { emitWarning } = require('internal/fatal/warning');
const context = require('internal/async_context');

let mode = 'throw';
let lastId = 0;
// Promise to { id, reason, warned }, from its rejection until somebody handles it.
const tracked = new WeakMap();
let unhandled = [];
let handledLate = [];

/** The engine's rejection tracker: a promise was rejected without a handler, or got one afterwards. */
function onRejection(promise, reason, handled) {
  if (!handled) {
    const entry = { promise, reason, id: ++lastId, warned: false, frame: context.capture() };
    tracked.set(promise, entry);
    unhandled.push(entry);
    return;
  }
  const entry = tracked.get(promise);
  if (entry === undefined) return;
  tracked.delete(promise);
  if (entry.warned) handledLate.push(entry);
  else unhandled = unhandled.filter((other) => other !== entry);
}

function describe(reason) {
  if (typeof reason === 'object' && reason !== null) return `#<${reason.constructor?.name || 'Object'}>`;
  return String(reason);
}

class UnhandledPromiseRejection extends Error {
  code = 'ERR_UNHANDLED_REJECTION';

  constructor(reason) {
    super(
      'This error originated either by throwing inside of an async function without a catch block, ' +
      `or by rejecting a promise which was not handled with .catch(). The promise rejected with the reason "${describe(reason)}".`,
    );
    Object.defineProperty(this, 'name', { value: 'UnhandledPromiseRejection', configurable: true, writable: true });
  }
}

const isErrorLike = (reason) => typeof reason === 'object' && reason !== null && Object.hasOwn(reason, 'stack');

function warn({ reason, id }) {
  emitWarning(isErrorLike(reason) ? String(reason.stack) : describe(reason), 'UnhandledPromiseRejectionWarning');
  const warning = new Error(
    'Unhandled promise rejection. This error originated either by throwing inside of an async function without a catch block, ' +
    `or by rejecting a promise which was not handled with .catch(). To terminate the node process on unhandled promise ` +
    `rejection, use the CLI flag \`--unhandled-rejections=strict\` (see https://nodejs.org/api/cli.html#cli_unhandled_rejections_mode). ` +
    `(rejection id: ${id})`,
  );
  warning.name = 'UnhandledPromiseRejectionWarning';
  if (isErrorLike(reason)) warning.stack = reason.stack;
  emitWarning(warning);
}

const emit = ({ promise, reason }) => currentProcess().emit('unhandledRejection', reason, promise);
const errorOf = ({ reason }) => (isErrorLike(reason) ? reason : new UnhandledPromiseRejection(reason));

const MODES = {
  throw(entry) {
    if (!emit(entry)) triggerUncaught(errorOf(entry), 'unhandledRejection');
  },
  strict(entry) {
    triggerUncaught(errorOf(entry), 'unhandledRejection');
    if (!emit(entry)) warn(entry);
  },
  warn(entry) {
    emit(entry);
    warn(entry);
  },
  'warn-with-error-code'(entry) {
    if (emit(entry)) return;
    warn(entry);
    currentProcess().exitCode = 1;
  },
  none: emit,
};

function setMode(name) {
  mode = name;
}

function attempt(callback) {
  try {
    callback();
  } catch (error) {
    triggerUncaught(error);
  }
}

function reportHandledLate({ promise, id, warned }) {
  const heard = currentProcess().emit('rejectionHandled', promise);
  if (!heard && warned && mode === 'warn') {
    emitWarning(`Promise rejection was handled asynchronously (rejection id: ${id})`, 'PromiseRejectionHandledWarning');
  }
}

/** Tells the process of what collected since the last call; true if that may have queued more work. */
function report() {
  if (handledLate.length === 0 && unhandled.length === 0) return false;
  const late = handledLate;
  handledLate = [];
  for (const entry of late) attempt(() => reportHandledLate(entry));
  const found = unhandled;
  unhandled = [];
  for (const entry of found) {
    // A listener for an earlier one may have handled this one meanwhile.
    if (!tracked.has(entry.promise)) continue;
    entry.warned = true;
    // In the context of the rejection, so that its domain hears of it.
    context.enter(entry.frame);
    attempt(() => MODES[mode](entry));
  }
  return true;
}

module.exports = { onRejection, report, setMode };
