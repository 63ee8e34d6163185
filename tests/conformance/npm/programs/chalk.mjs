import assert from 'node:assert';
import { Chalk } from 'chalk';

const chalk = new Chalk({ level: 3 });
assert.strictEqual(chalk.red.bold('x'), '\u001b[31m\u001b[1mx\u001b[22m\u001b[39m');
assert.strictEqual(chalk.hex('#ff8800')('y'), '\u001b[38;2;255;136;0my\u001b[39m');
assert.strictEqual(chalk.blue('a\nb'), '\u001b[34ma\u001b[39m\n\u001b[34mb\u001b[39m');
assert.strictEqual(new Chalk({ level: 0 }).green('plain'), 'plain');
