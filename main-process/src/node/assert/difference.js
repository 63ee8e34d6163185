'use strict';

const { inspect, stripVTControlCharacters } = require('internal/inspect');

const HEADINGS = {
  deepStrictEqual: 'Expected values to be strictly deep-equal:',
  partialDeepStrictEqual: 'Expected values to be partially and strictly deep-equal:',
  strictEqual: 'Expected values to be strictly equal:',
  strictEqualObject: 'Expected "actual" to be reference-equal to "expected":',
  deepEqual: 'Expected values to be loosely deep-equal:',
  notDeepStrictEqual: 'Expected "actual" not to be strictly deep-equal to:',
  notStrictEqual: 'Expected "actual" to be strictly unequal to:',
  notStrictEqualObject: 'Expected "actual" not to be reference-equal to "expected":',
  notDeepEqual: 'Expected "actual" not to be loosely deep-equal to:',
  notIdentical: 'Values have same structure but are not reference-equal:',
  notDeepEqualUnequal: 'Expected values not to be loosely deep-equal:',
};

const PLAIN = { blue: '', green: '', red: '', white: '' };
const COLORS = { blue: '\u001b[34m', green: '\u001b[32m', red: '\u001b[31m', white: '\u001b[39m' };
const SHORT = 12;
const MOST_LINES = 50;

/** What to color a message with; nothing unless stderr is a terminal. */
function colors() {
  const stderr = globalThis.process?.stderr;
  return stderr?.isTTY && stderr.getColorDepth?.() !== 1 ? COLORS : PLAIN;
}

function inspectFully(value) {
  return inspect(value, {
    compact: false,
    customInspect: false,
    depth: 1000,
    maxArrayLength: Infinity,
    showHidden: false,
    showProxy: false,
    sorted: true,
    getters: true,
  });
}

const isReference = (value) => typeof value === 'object' && value !== null;

/** For two values of one line each: the whole message, or a mark under the first difference. */
function compareSingle(actual, expected, left, right, operator, heading) {
  const [a, b] = inspect.defaultOptions.colors ?
    [stripVTControlCharacters(left), stripVTControlCharacters(right)] : [left, right];
  const total = a.length + b.length;
  if (total <= SHORT) {
    const bare = !isReference(actual) && !isReference(expected) && (actual !== 0 || expected !== 0);
    return bare ? { message: `${heading}\n\n${left} !== ${right}\n` } : {};
  }
  const stderr = globalThis.process?.stderr;
  const most = stderr?.isTTY ? stderr.columns : 80;
  if (operator === 'strictEqualObject' || total >= most) return {};
  let same = 0;
  while (a[same] === b[same]) same++;
  return same > 2 ? { mark: `\n  ${' '.repeat(same)}^` } : {};
}

/** Takes the equal lines off the end of both; up to five of them are shown. */
function splitTail(left, right) {
  let tail = '';
  let count = 0;
  let oldest = '';
  while (left.length > 0 && right.length > 0 && left[left.length - 1] === right[right.length - 1]) {
    const line = left.pop();
    right.pop();
    if (count++ < 3) tail = `\n  ${line}${tail}`;
    else oldest = line;
  }
  return { tail, count, oldest };
}

function identical(actual, message) {
  const { blue, white } = colors();
  let lines = inspectFully(actual).split('\n');
  if (lines.length > MOST_LINES) lines = [...lines.slice(0, 46), `${blue}...${white}`];
  return `${message || HEADINGS.notIdentical}\n\n${lines.join('\n')}\n`;
}

/** The rows of the difference, as they grow. */
class Rows {
  constructor(palette) {
    this.palette = palette;
    this.text = '';
    this.removed = '';
    this.printed = 0;
    this.equal = 0;
    this.skipped = false;
  }

  /** After a run of equal lines: its last ones, and dots for what is left out. */
  closeRun(lines, i) {
    if (this.equal > 2) {
      if (this.equal > 3) {
        if (this.equal === 5) {
          this.add(`  ${lines[i - 3]}`);
        } else if (this.equal > 5) {
          this.text += `\n${this.palette.blue}...${this.palette.white}`;
          this.skipped = true;
        }
        this.add(`  ${lines[i - 2]}`);
      }
      this.add(`  ${lines[i - 1]}`);
    }
    this.equal = 0;
  }

  add(row) {
    this.text += `\n${row}`;
    this.printed++;
  }

  remove(line) {
    this.removed += `\n${this.palette.red}-${this.palette.white} ${line}`;
    this.printed++;
  }

  keep(line) {
    this.text += this.removed;
    this.removed = '';
    this.equal++;
    if (this.equal <= 2) this.add(`  ${line}`);
  }

  insert(line) {
    this.add(`${this.palette.green}+${this.palette.white} ${line}`);
  }
}

/** Whether two lines say the same but for a comma at the end of one; with it if one has it. */
function mergeCommas(left, right) {
  if (left === right || left === `${right},`) return left;
  return right === `${left},` ? right : undefined;
}

function pushRow(rows, left, right, i) {
  if (i < left.length && i < right.length) {
    const merged = mergeCommas(left[i], right[i]);
    if (merged !== undefined) {
      rows.keep(merged);
      return;
    }
    rows.closeRun(left, i);
    rows.insert(left[i]);
    rows.remove(right[i]);
  } else if (i < left.length) {
    rows.closeRun(left, i);
    rows.insert(left[i]);
  } else {
    rows.closeRun(right, i);
    rows.remove(right[i]);
  }
}

function layOut(left, right, heading, end, mark, skippedTail) {
  const palette = colors();
  const { blue, green, red, white } = palette;
  const intro = `${heading}\n${green}+ actual${white} ${red}- expected${white}`;
  const note = ` ${blue}...${white} Lines skipped`;
  const rows = new Rows(palette);
  const count = Math.max(left.length, right.length);
  for (let i = 0; i < count; i++) {
    pushRow(rows, left, right, i);
    if (rows.printed > MOST_LINES && i < count - 2) {
      return `${intro}${note}\n${rows.text}\n${blue}...${white}${rows.removed}\n${blue}...${white}`;
    }
  }
  const skipped = skippedTail || rows.skipped ? note : '';
  return `${intro}${skipped}\n${rows.text}${rows.removed}${end}${mark}`;
}

/** How two values that should be equal differ; `message` stands in for the usual first line. */
function describe(actual, expected, wanted, message) {
  const bothReferences = (isReference(actual) && isReference(expected)) ||
    (typeof actual === 'function' && typeof expected === 'function');
  const operator = wanted === 'strictEqual' && bothReferences ? 'strictEqualObject' : wanted;
  const heading = message || HEADINGS[operator];
  const left = inspectFully(actual).split('\n');
  const right = inspectFully(expected).split('\n');
  let mark = '';
  if (left.length === 1 && right.length === 1 && left[0] !== right[0]) {
    const single = compareSingle(actual, expected, left[0], right[0], operator, heading);
    if (single.message !== undefined) return single.message;
    mark = single.mark ?? '';
  }
  const { tail, count, oldest } = splitTail(left, right);
  if (left.length === 0 && right.length === 0) return identical(actual, message);
  const { blue, white } = colors();
  const long = count >= 5;
  let end = long ? `\n${blue}...${white}${tail}` : tail;
  if (oldest !== '') end = `\n  ${oldest}${end}`;
  return layOut(left, right, heading, end, mark, long);
}

module.exports = { HEADINGS, colors, describe, inspectFully };
