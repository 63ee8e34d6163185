'use strict';

const { isError } = require('internal/types');
const { getPrefix } = require('./names');

const FIRST_WORDS = /^([A-Z][a-z_ A-Z0-9[\]()-]+)(?::|\n\s+at)/;
const ONLY_WORD = /^([a-z_A-Z0-9-]*Error)$/;

function stackOf(error) {
  return error.stack ? String(error.stack) : Error.prototype.toString.call(error);
}

/** The first run of frames, longer than three, that a stack shares with its cause's. */
function sharedFrames(frames, causeFrames) {
  for (let i = 0; i < frames.length - 3; i++) {
    const at = causeFrames.indexOf(frames[i]);
    if (at === -1) continue;
    const rest = causeFrames.length - at;
    if (rest <= 3) continue;
    let length = 1;
    const most = Math.min(frames.length - i, rest);
    while (length < most && frames[i + length] === causeFrames[at + length]) length++;
    if (length > 3) return { length, offset: i };
  }
  return { length: 0, offset: 0 };
}

function framesOf(context, error, stack) {
  const frames = stack.split('\n');
  let cause;
  try {
    ({ cause } = error);
  } catch {
    // A getter that throws is no cause.
  }
  if (cause == null || !isError(cause)) return frames;
  const causeStack = stackOf(cause);
  const start = causeStack.indexOf('\n    at');
  if (start === -1) return frames;
  const { length, offset } = sharedFrames(frames, causeStack.slice(start + 1).split('\n'));
  if (length > 3) {
    const skipped = length - 2;
    const note = `    ... ${skipped} lines matching cause stack trace ...`;
    frames.splice(offset + 1, skipped, context.stylize(note, 'undefined'));
  }
  return frames;
}

/** Puts the class into the first line of the stack where only the plain name is. */
function improveStack(stack, constructor, name, tag) {
  let length = name.length;
  const plain = name.endsWith('Error') && stack.startsWith(name) &&
    (stack.length === length || stack[length] === ':' || stack[length] === '\n');
  if (constructor !== null && !plain) return stack;
  let fallback = 'Error';
  if (constructor === null) {
    const start = FIRST_WORDS.exec(stack) ?? ONLY_WORD.exec(stack);
    fallback = start?.[1] || '';
    length = fallback.length;
    fallback ||= 'Error';
  }
  const prefix = getPrefix(constructor, tag, fallback).slice(0, -1);
  if (name === prefix) return stack;
  if (!prefix.includes(name)) return `${prefix} [${name}]${stack.slice(length)}`;
  return length === 0 ? `${prefix}: ${stack}` : `${prefix}${stack.slice(length)}`;
}

function removeShown(context, keys, error, stack) {
  if (context.showHidden || keys.length === 0) return;
  for (const name of ['name', 'message', 'stack']) {
    const index = keys.indexOf(name);
    if (index !== -1 && stack.includes(String(error[name]))) keys.splice(index, 1);
  }
}

const CORE_FRAME = /^ {4}at (?:[^(]* \()?(?:node|kaon):/;
const NODE_MODULES = /[/\\]node_modules[/\\]((?:@[^/\\]+[/\\])?[^/\\]+)(?=[/\\])/g;

/** The working directory as it stands in frames: as a path, and as a URL. */
function workingDirectories() {
  let directory;
  try {
    directory = globalThis.process.cwd();
  } catch {
    return [];
  }
  const slash = directory.includes('\\') ? '\\' : '/';
  const path = directory.endsWith(slash) ? directory : directory + slash;
  const url = encodeURI(path.replaceAll('\\', '/')).replaceAll('#', '%23').replaceAll('?', '%3F');
  return [`file://${url.startsWith('/') ? '' : '/'}${url}`, path];
}

/** With colors, the part of a path that leads to the project is grey. */
function markDirectory(context, frame, directories) {
  for (const directory of directories) {
    const at = frame.indexOf(directory);
    if (at === -1) continue;
    const bracket = frame[at - 1] === '(' ? 1 : 0;
    const grey = (text) => context.stylize(text, 'undefined');
    const end = at + directory.length;
    const head = frame.slice(0, at - bracket) + grey(frame.slice(at - bracket, end));
    if (bracket === 0) return head + frame.slice(end);
    return head + frame.slice(end, -1) + grey(frame.slice(-1));
  }
  return frame;
}

/** With colors, frames of built-in modules are grey and packages underlined. */
function colorFrame(context, frame, directories) {
  if (CORE_FRAME.test(frame)) return context.stylize(frame, 'undefined');
  const marked = frame.replace(NODE_MODULES, (part, name) =>
    part.slice(0, part.length - name.length) + context.stylize(name, 'module'));
  return markDirectory(context, marked, directories);
}

function layOut(context, error, stack) {
  let at = (error.message && stack.indexOf(error.message)) || -1;
  if (at !== -1) at += error.message.length;
  const start = stack.indexOf('\n    at', at);
  if (start === -1) return `[${stack}]`;
  let frames = framesOf(context, error, stack.slice(start + 1));
  if (context.colors) {
    const directories = workingDirectories();
    frames = frames.map((frame) => colorFrame(context, frame, directories));
  }
  return `${stack.slice(0, start)}\n${frames.join('\n')}`;
}

/** The stack of an error as `inspect` shows it; takes from `keys` what it says already, and adds cause and errors. */
function formatError(error, constructor, tag, context, keys) {
  const name = error.name != null ? String(error.name) : 'Error';
  const stack = stackOf(error);
  removeShown(context, keys, error, stack);
  if ('cause' in error && !keys.includes('cause')) keys.push('cause');
  if (Array.isArray(error.errors) && !keys.includes('errors')) keys.push('errors');
  const text = layOut(context, error, improveStack(stack, constructor, name, tag));
  if (context.indentationLvl === 0) return text;
  return text.replaceAll('\n', `\n${' '.repeat(context.indentationLvl)}`);
}

module.exports = { formatError };
