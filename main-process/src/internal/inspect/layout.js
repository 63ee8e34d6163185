'use strict';

const { getStringWidth, stripVTControlCharacters } = require('./width');

const OBJECT = 0;
const ARRAY = 1;
const ARRAY_EXTRAS = 2;

/** As `Array.prototype.join`, but by adding: large parts stay ropes, which are copied once at the end. */
function join(parts, separator) {
  let text = parts.length === 0 ? '' : parts[0];
  for (let i = 1; i < parts.length; i++) text += separator + parts[i];
  return text;
}

function fitsOnLine(context, output, start, base) {
  let total = output.length + start;
  if (total + output.length > context.breakLength) return false;
  for (const entry of output) {
    total += context.colors ? stripVTControlCharacters(entry).length : entry.length;
    if (total > context.breakLength) return false;
  }
  return base === '' || !base.includes('\n');
}

function columnCount(context, average, longest, entries) {
  const width = longest + 2;
  const bias = Math.sqrt(width - average);
  const biased = Math.max(width - 3 - bias, 1);
  const wanted = Math.round(Math.sqrt(2.5 * biased * entries) / biased);
  return Math.min(wanted, Math.floor((context.breakLength - context.indentationLvl) / width), context.compact * 4, 15);
}

function joinRow(output, lengths, widths, first, last, pad) {
  let row = '';
  for (let i = first; i < last - 1; i++) {
    row += pad.call(`${output[i]}, `, widths[i - first] + output[i].length - lengths[i], ' ');
  }
  if (pad !== String.prototype.padStart) return row + output[last - 1];
  const i = last - 1;
  return row + output[i].padStart(widths[i - first] + output[i].length - lengths[i] - 2, ' ');
}

/** Whether each entry stands for a number; extra keys and gaps do not. */
function allNumbers(value, count) {
  if (value === undefined) return true;
  for (let i = 0; i < count; i++) {
    if (typeof value[i] !== 'number' && typeof value[i] !== 'bigint') return false;
  }
  return true;
}

/** Lays the entries of a long array out in columns of equal width. */
function groupEntries(context, output, value) {
  const hasMore = context.maxArrayLength < output.length;
  const count = hasMore ? output.length - 1 : output.length;
  const lengths = new Array(count);
  let total = 0;
  let longest = 0;
  for (let i = 0; i < count; i++) {
    lengths[i] = getStringWidth(output[i], context.colors);
    total += lengths[i] + 2;
    if (longest < lengths[i]) longest = lengths[i];
  }
  const width = longest + 2;
  const worthIt = width * 3 + context.indentationLvl < context.breakLength &&
    (total / width > 5 || longest <= 6);
  if (!worthIt) return output;
  const columns = columnCount(context, total / output.length, longest, count);
  if (columns <= 1) return output;
  const widths = [];
  for (let column = 0; column < columns; column++) {
    let widest = 0;
    for (let i = column; i < count; i += columns) if (lengths[i] > widest) widest = lengths[i];
    widths.push(widest + 2);
  }
  const pad = allNumbers(value, output.length) ? String.prototype.padStart : String.prototype.padEnd;
  const rows = [];
  for (let i = 0; i < count; i += columns) {
    rows.push(joinRow(output, lengths, widths, i, Math.min(i + columns, count), pad));
  }
  if (hasMore) rows.push(output[count]);
  return rows;
}

/** Puts the parts of a value on one line if they are few and short, else one to a line. */
function reduceToSingleString(context, parts, base, braces, extras, recurseTimes, value) {
  let output = parts;
  const prefix = base ? `${base} ` : '';
  if (context.compact !== true) {
    if (typeof context.compact === 'number' && context.compact >= 1) {
      const entries = output.length;
      if (extras === ARRAY_EXTRAS && entries > 6) output = groupEntries(context, output, value);
      if (context.currentDepth - recurseTimes < context.compact && entries === output.length) {
        const start = output.length + context.indentationLvl + braces[0].length + base.length + 10;
        if (fitsOnLine(context, output, start, base)) {
          const joined = join(output, ', ');
          if (!joined.includes('\n')) return `${prefix}${braces[0]} ${joined} ${braces[1]}`;
        }
      }
    }
    const indentation = `\n${' '.repeat(context.indentationLvl)}`;
    return `${prefix}${braces[0]}${indentation}  ${join(output, `,${indentation}  `)}${indentation}${braces[1]}`;
  }
  if (fitsOnLine(context, output, 0, base)) {
    return `${braces[0]}${base ? ` ${base}` : ''} ${join(output, ', ')} ${braces[1]}`;
  }
  const indentation = `\n${' '.repeat(context.indentationLvl)}`;
  const line = base === '' && braces[0].length === 1 ? ' ' : `${base ? ` ${base}` : ''}${indentation}  `;
  return `${braces[0]}${line}${join(output, `,${indentation}  `)} ${braces[1]}`;
}

module.exports = { OBJECT, ARRAY, ARRAY_EXTRAS, reduceToSingleString };
