'use strict';

const FOREGROUND = 39;
const BACKGROUND = 49;

const colors = {
  __proto__: null,
  reset: [0, 0],
  bold: [1, 22],
  dim: [2, 22],
  italic: [3, 23],
  underline: [4, 24],
  blink: [5, 25],
  inverse: [7, 27],
  hidden: [8, 28],
  strikethrough: [9, 29],
  doubleunderline: [21, 24],
};

const NAMES = ['black', 'red', 'green', 'yellow', 'blue', 'magenta', 'cyan', 'white'];
const BRIGHT = ['gray', 'redBright', 'greenBright', 'yellowBright', 'blueBright', 'magentaBright', 'cyanBright',
  'whiteBright'];
const capital = (name) => name[0].toUpperCase() + name.slice(1);

NAMES.forEach((name, i) => {
  colors[name] = [30 + i, FOREGROUND];
});
NAMES.forEach((name, i) => {
  colors[`bg${capital(name)}`] = [40 + i, BACKGROUND];
});
colors.framed = [51, 54];
colors.overlined = [53, 55];
BRIGHT.forEach((name, i) => {
  colors[name] = [90 + i, FOREGROUND];
});
BRIGHT.forEach((name, i) => {
  colors[`bg${capital(name)}`] = [100 + i, BACKGROUND];
});

const ALIASES = {
  grey: 'gray',
  blackBright: 'gray',
  bgGrey: 'bgGray',
  bgBlackBright: 'bgGray',
  faint: 'dim',
  crossedout: 'strikethrough',
  strikeThrough: 'strikethrough',
  crossedOut: 'strikethrough',
  conceal: 'hidden',
  swapColors: 'inverse',
  swapcolors: 'inverse',
  doubleUnderline: 'doubleunderline',
};
for (const alias of Object.keys(ALIASES)) {
  const target = ALIASES[alias];
  Object.defineProperty(colors, alias, {
    get() {
      return this[target];
    },
    set(value) {
      this[target] = value;
    },
    configurable: true,
    enumerable: false,
  });
}

const styles = Object.assign({ __proto__: null }, {
  special: 'cyan',
  number: 'yellow',
  bigint: 'yellow',
  boolean: 'yellow',
  undefined: 'grey',
  null: 'bold',
  string: 'green',
  symbol: 'green',
  date: 'magenta',
  regexp: 'red',
  module: 'underline',
});

function stylizeWithColor(text, type) {
  const style = styles[type];
  if (style === undefined) return text;
  const color = colors[style];
  return color === undefined ? text : `\u001b[${color[0]}m${text}\u001b[${color[1]}m`;
}

const stylizeNoColor = (text) => text;

module.exports = { colors, styles, stylizeWithColor, stylizeNoColor };
