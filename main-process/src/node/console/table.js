'use strict';

const { inspect, getStringWidth } = require('internal/inspect');
const { isMap, isMapIterator, isSet, isSetIterator } = require('internal/types');

const INDEX = '(index)';
const ITERATION = '(iteration index)';
const KEY = 'Key';
const VALUES = 'Values';

function cell(value, options) {
  const many = value !== null && typeof value === 'object' && !Array.isArray(value) && Object.keys(value).length > 2;
  return inspect(value, { maxArrayLength: 3, breakLength: Infinity, ...options, depth: many ? -1 : 0 });
}

const row = (cells, widths) => `│ ${cells.map((text, i) => pad(text, widths[i] - 2)).join(' │ ')} │\n`;
const pad = (text, width) => text + ' '.repeat(width - getStringWidth(text));

function draw(head, columns) {
  const widths = head.map((text, i) =>
    Math.max(getStringWidth(text), ...columns[i].map((entry) => getStringWidth(entry ?? ''))) + 2);
  const height = Math.max(0, ...columns.map((column) => column.length));
  const lines = widths.map((width) => '─'.repeat(width));
  let text = `┌${lines.join('┬')}┐\n${row(head, widths)}├${lines.join('┼')}┤\n`;
  for (let i = 0; i < height; i++) text += row(columns.map((column) => column[i] ?? ''), widths);
  return `${text}└${lines.join('┴')}┘`;
}

const indexes = (length, options) => Array.from({ length }, (_, i) => cell(i, options));

function tableOfObjects(data, properties, options) {
  const columns = new Map();
  const plain = [];
  const keys = Object.keys(data);
  keys.forEach((key, i) => {
    const item = data[key];
    const primitive = item === null || (typeof item !== 'object' && typeof item !== 'function');
    if (primitive && properties === undefined) {
      plain[i] = cell(item, options);
      return;
    }
    for (const name of properties ?? Object.keys(item)) {
      if (!columns.has(name)) columns.set(name, []);
      columns.get(name)[i] = !primitive && Object.hasOwn(item, name) ? cell(item[name], options) : '';
    }
  });
  const head = [INDEX, ...columns.keys()];
  const body = [keys, ...Array.from(columns.values(), (column) => Array.from(column))];
  if (plain.length > 0) {
    head.push(VALUES);
    body.push(Array.from(plain));
  }
  return draw(head, body);
}

const isIterable = (data) => isMap(data) || isSet(data) || isMapIterator(data) || isSetIterator(data);
const isPair = (entry) => Array.isArray(entry) && entry.length === 2;

/** What `console.table` prints. */
function table(data, properties, options) {
  const entries = isIterable(data) ? [...data] : [];
  // Nobody can tell what a map's iterator goes over but by what it gives.
  if (isMap(data) || (isMapIterator(data) && entries.length > 0 && entries.every(isPair))) {
    return draw([ITERATION, KEY, VALUES], [
      indexes(entries.length, options),
      entries.map(([key]) => cell(key, options)),
      entries.map(([, value]) => cell(value, options)),
    ]);
  }
  if (isIterable(data)) {
    return draw([ITERATION, VALUES], [indexes(entries.length, options), entries.map((entry) => cell(entry, options))]);
  }
  return tableOfObjects(data, properties?.map((name) => `${name}`), options);
}

module.exports = { table };
