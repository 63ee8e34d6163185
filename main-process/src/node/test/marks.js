'use strict';

const process = require('node/process');
const { inspect } = require('internal/inspect');
const { isFailure } = require('./failure');

const escape = (code) => `\u001b[${code}m`;
const PLAIN = { green: '', red: '', blue: '', gray: '', white: '' };
const COLORED = { green: escape(32), red: escape(31), blue: escape(34), gray: escape(90), white: escape(39) };

/** The colours that standard output takes. */
function palette() {
  const { stdout, env: { FORCE_COLOR } } = process;
  const colored = FORCE_COLOR === undefined ?
    stdout.isTTY && (typeof stdout.getColorDepth !== 'function' || stdout.getColorDepth() > 2) :
    !['0', 'false'].includes(FORCE_COLOR);
  return colored ? COLORED : PLAIN;
}

const MARKS = {
  'test:fail': '\u2716 ',
  'test:pass': '\u2714 ',
  'test:diagnostic': '\u2139 ',
  'arrow:right': '\u25B6 ',
  'hyphen:minus': '\uFE63 ',
};
const COLORS = { 'test:fail': 'red', 'test:pass': 'green', 'test:diagnostic': 'blue' };

function inspected(value, colors) {
  const options = { colors: colors === COLORED, breakLength: Infinity };
  try {
    return inspect(value, options);
  } catch {
    return inspect(value, { ...options, customInspect: false });
  }
}

/** What failed in a test, in as many lines as it takes. */
function errorText({ error }, indent) {
  const shown = isFailure(error) && error.cause !== undefined ? error.cause : error;
  const lines = inspected(shown, palette()).split(/\n|\r\n/);
  return `${indent}  ${lines.join(`\n${indent}  `)}`;
}

/** The word for what a test was marked as. */
function markedAs({ skip, todo }) {
  if (skip !== undefined && skip !== false) return ` # ${typeof skip === 'string' && skip !== '' ? skip : 'SKIP'}`;
  if (todo !== undefined && todo !== false) return ` # ${typeof todo === 'string' && todo !== '' ? todo : 'TODO'}`;
  return '';
}

/** One line for an outcome, with what failed below it. */
function outcomeText(type, data, indent, withError) {
  const colors = palette();
  const { details } = data;
  const skipped = data.skip !== undefined && data.skip !== false;
  const duration = details.duration_ms ? ` ${colors.gray}(${details.duration_ms}ms)${colors.white}` : '';
  const color = skipped ? colors.gray : colors[COLORS[type]];
  const mark = skipped ? MARKS['hyphen:minus'] : MARKS[type];
  const error = withError && details.error ? `\n${errorText(details, indent)}\n` : '';
  return `${indent}${color}${mark}${data.name}${duration}${markedAs(data)}${colors.white}${error}\n`;
}

module.exports = { MARKS, palette, inspected, outcomeText };
