'use strict';

const custom = Symbol.for('nodejs.util.inspect.custom');

const defaults = Object.seal({
  showHidden: false,
  depth: 2,
  colors: false,
  customInspect: true,
  showProxy: false,
  maxArrayLength: 100,
  maxStringLength: 10000,
  breakLength: 80,
  compact: 3,
  sorted: false,
  getters: false,
  numericSeparator: false,
});

/** `stylize` for a function of another realm: it sees no function of this one, and cannot break the output. */
function guarded(context) {
  return Object.setPrototypeOf((value, style) => {
    let text;
    try {
      text = `${context.stylize(value, style)}`;
    } catch {
      // What cannot be styled stays as it is.
    }
    return typeof text === 'string' ? text : value;
  }, null);
}

/** The options as a custom inspection function gets them. */
function userOptions(context, foreign) {
  const options = { stylize: context.stylize };
  for (const key of Object.keys(defaults)) options[key] = context[key];
  Object.assign(options, context.userOptions);
  if (!foreign) return options;
  Object.setPrototypeOf(options, null);
  for (const key of Object.keys(options)) {
    const kind = typeof options[key];
    if ((kind === 'object' || kind === 'function') && options[key] !== null) delete options[key];
  }
  options.stylize = guarded(context);
  return options;
}

module.exports = { custom, defaults, userOptions };
