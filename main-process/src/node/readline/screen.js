'use strict';

const { getStringWidth, stripVTControlCharacters } = require('internal/inspect/width');

/** Where the cursor stands after a text that begins at the left edge. */
function positionOf({ columns, tabSize }, text) {
  let offset = 0;
  let rows = 0;
  for (const character of stripVTControlCharacters(text)) {
    if (character === '\n') {
      rows += Math.ceil(offset / columns) || 1;
      offset = 0;
    } else if (character === '\t') {
      offset += tabSize - (offset % tabSize);
    } else {
      const width = getStringWidth(character, false);
      // A wide character does not begin in the last column.
      if (width === 2 && (offset + 1) % columns === 0) offset++;
      offset += width;
    }
  }
  const cols = offset % columns;
  return { cols, rows: rows + (offset - cols) / columns };
}

/** What all texts begin with. */
function commonPrefix(texts) {
  if (texts.length === 0) return '';
  const sorted = [...texts].sort();
  const [first] = sorted;
  const last = sorted.at(-1);
  let end = 0;
  while (end < first.length && first[end] === last[end]) end++;
  return first.slice(0, end);
}

/** Completions in columns; an empty one starts a new group. */
function inColumns(completions, columns) {
  const widths = completions.map((text) => getStringWidth(text));
  const width = Math.max(0, ...widths) + 2;
  const perLine = Number.isFinite(columns) ? Math.floor(columns / width) || 1 : 1;
  let output = '\r\n';
  let inLine = 0;
  let gap = 0;
  completions.forEach((text, index) => {
    if (text === '') {
      output += '\r\n';
      inLine = 0;
      gap = 0;
      return;
    }
    output += `${' '.repeat(gap)}${text}`;
    gap = width - widths[index];
    if (++inLine < perLine) return;
    output += '\r\n';
    inLine = 0;
    gap = 0;
  });
  if (inLine > 0) output += '\r\n';
  return `${output}\r\n`;
}

module.exports = { positionOf, commonPrefix, inColumns };
