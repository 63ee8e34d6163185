'use strict';

const { colors, styles, stylizeNoColor, stylizeWithColor } = require('./colors');
const { custom, defaults } = require('./options');
const { formatValue } = require('./value');

let shared = defaults;

function assignOptions(context, options) {
  for (const key of Object.keys(options)) {
    if (Object.hasOwn(defaults, key) || key === 'stylize') context[key] = options[key];
    else context.userOptions ??= options;
  }
}

function inspect(value, options) {
  const context = {
    budget: {},
    indentationLvl: 0,
    seen: [],
    currentDepth: 0,
    stylize: stylizeNoColor,
    userOptions: undefined,
    circular: undefined,
    ...shared,
  };
  if (arguments.length > 1) {
    if (arguments.length > 2) {
      if (arguments[2] !== undefined) context.depth = arguments[2];
      if (arguments.length > 3 && arguments[3] !== undefined) context.colors = arguments[3];
    }
    if (typeof options === 'boolean') context.showHidden = options;
    else if (options) assignOptions(context, options);
  }
  if (context.colors) context.stylize = stylizeWithColor;
  if (context.maxArrayLength === null) context.maxArrayLength = Infinity;
  if (context.maxStringLength === null) context.maxStringLength = Infinity;
  return formatValue(context, value, 0);
}

inspect.custom = custom;

Object.defineProperty(inspect, 'defaultOptions', {
  get() {
    return shared;
  },
  set(options) {
    if (options === null || typeof options !== 'object') {
      const { codes } = require('internal/errors');
      throw new codes.ERR_INVALID_ARG_TYPE('options', 'object', options);
    }
    shared = Object.assign(shared, options);
  },
});

inspect.colors = colors;
inspect.styles = styles;

const { format, formatWithOptions } = require('./format').withInspect(inspect);

module.exports = {
  inspect,
  format,
  formatWithOptions,
  getStringWidth: require('./width').getStringWidth,
  stripVTControlCharacters: require('./width').stripVTControlCharacters,
};
