'use strict';

const own = (object, key) => (Object.hasOwn(object, key) ? object[key] : undefined);

function nameOfShort(short, options) {
  return Object.keys(options).find((name) => own(options[name], 'short') === short) ?? short;
}

const typeOf = (options, name) => own(own(options, name) ?? {}, 'type');
const isLoneShort = (arg) => arg.length === 2 && arg[0] === '-' && arg[1] !== '-';
const isLongWithValue = (arg) => arg.length > 2 && arg.startsWith('--') && arg.indexOf('=', 3) !== -1;
const isLong = (arg) => arg.length > 2 && arg.startsWith('--');
const isShorts = (arg) => arg.length > 2 && arg[0] === '-' && arg[1] !== '-';

/** `-abc` where `a` takes no value: several options in one. */
function isGroup(arg, options) {
  return isShorts(arg) && typeOf(options, nameOfShort(arg[1], options)) !== 'string';
}

/** `-fvalue` where `f` takes a value. */
function isShortWithValue(arg, options) {
  return isShorts(arg) && typeOf(options, nameOfShort(arg[1], options)) === 'string';
}

function expandGroup(arg, options) {
  const expanded = [];
  for (let i = 1; i < arg.length; i++) {
    const name = nameOfShort(arg[i], options);
    if (typeOf(options, name) !== 'string' || i === arg.length - 1) {
      expanded.push(`-${arg[i]}`);
    } else {
      expanded.push(`-${arg.slice(i)}`);
      break;
    }
  }
  return expanded;
}

const takesNext = (options, name, next) => typeOf(options, name) === 'string' && next != null;

function option(name, rawName, index, value, inlineValue) {
  return { kind: 'option', name, rawName, index, value, inlineValue };
}

/** What each argument is: an option with or without its value, a positional, or the end of the options. */
function tokenize(args, options) {
  const tokens = [];
  const queue = [...args].reverse();
  let index = -1;
  let expanded = 0;
  while (queue.length > 0) {
    const arg = queue.pop();
    const next = queue[queue.length - 1];
    if (expanded > 0) expanded--;
    else index++;
    if (arg === '--') {
      tokens.push({ kind: 'option-terminator', index });
      while (queue.length > 0) tokens.push({ kind: 'positional', index: ++index, value: queue.pop() });
      break;
    }
    if (isLoneShort(arg)) {
      const name = nameOfShort(arg[1], options);
      const takes = takesNext(options, name, next);
      tokens.push(option(name, arg, index, takes ? queue.pop() : undefined, takes ? false : undefined));
      if (takes) index++;
    } else if (isGroup(arg, options)) {
      const parts = expandGroup(arg, options);
      queue.push(...parts.reverse());
      expanded = parts.length;
    } else if (isShortWithValue(arg, options)) {
      const name = nameOfShort(arg[1], options);
      tokens.push(option(name, `-${arg[1]}`, index, arg.slice(2), true));
    } else if (isLongWithValue(arg)) {
      const equals = arg.indexOf('=', 3);
      const name = arg.slice(2, equals);
      tokens.push(option(name, `--${name}`, index, arg.slice(equals + 1), true));
    } else if (isLong(arg)) {
      const name = arg.slice(2);
      const takes = takesNext(options, name, next);
      tokens.push(option(name, arg, index, takes ? queue.pop() : undefined, takes ? false : undefined));
      if (takes) index++;
    } else {
      tokens.push({ kind: 'positional', index, value: arg });
    }
  }
  return tokens;
}

module.exports = { tokenize };
