'use strict';
const assert = require('node:assert');
const picocolors = require('picocolors');

const colors = picocolors.createColors(true);
assert.strictEqual(colors.red(`a${colors.blue('b')}c`), '\u001b[31ma\u001b[34mb\u001b[31mc\u001b[39m');
assert.strictEqual(picocolors.createColors(false).bold('x'), 'x');
