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

/** The options as a custom inspection function gets them. */
function userOptions(context) {
  const options = { stylize: context.stylize };
  for (const key of Object.keys(defaults)) options[key] = context[key];
  return Object.assign(options, context.userOptions);
}

module.exports = { custom, defaults, userOptions };
