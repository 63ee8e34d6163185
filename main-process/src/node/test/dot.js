'use strict';

const { palette, outcomeText } = require('./marks');

/** As many dots as a line of the terminal holds, and never fewer than 20. */
const columns = () => Math.max(require('node/process').stdout.columns ?? 20, 20);

/** A dot for what passed and an X for what failed. */
async function* dot(source) {
  let count = 0;
  let limit = columns();
  const failed = [];
  for await (const { type, data } of source) {
    if (type === 'test:pass') yield '.';
    if (type === 'test:fail') {
      yield 'X';
      failed.push(data);
    }
    if (type !== 'test:pass' && type !== 'test:fail') continue;
    if (++count === limit) {
      yield '\n';
      count = 0;
      limit = columns();
    }
  }
  yield '\n';
  if (failed.length === 0) return;
  const { red, white } = palette();
  yield `\n${red}Failed tests:${white}\n\n`;
  for (const data of failed) yield outcomeText('test:fail', data, '', true).replace(/\n\n$/, '\n');
}

module.exports = { dot };
