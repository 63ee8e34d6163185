'use strict';

const withoutColors = (shown) => shown.replace(/\u001b\[\d+m/g, '');

// `Name { a, b }`, broken into lines where it is too long. `items` gets how to show one value with one level less to go.
const showList = (name, depth, options, items) => {
  if (typeof depth === 'number' && depth < 0) return options.stylize('[Object]', 'special');
  const inner = { ...options };
  if (depth !== null) inner.depth = depth - 1;
  const shown = items((inspect, value) => inspect(value, inner));
  if (shown.length === 0) return `${name} {}`;
  const width = shown.reduce((sum, item) => sum + withoutColors(item).length + 2, -2);
  return width > options.breakLength ? `${name} {\n  ${shown.join(',\n  ')} }` : `${name} { ${shown.join(', ')} }`;
};

module.exports = { showList };
