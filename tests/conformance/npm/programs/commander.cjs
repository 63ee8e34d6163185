'use strict';
const assert = require('node:assert');
const { Command, InvalidArgumentError } = require('commander');

const seen = [];
const program = new Command('tool').exitOverride().configureOutput({ writeErr: (text) => seen.push(text), writeOut: (text) => seen.push(text) });
program.option('-v, --verbose').version('1.2.3');
const port = (text) => {
  if (Number.isNaN(Number(text))) throw new InvalidArgumentError('Not a number.');
  return Number(text);
};
program.command('serve <folder> [more...]').requiredOption('-p, --port <n>', 'the port', port).action((folder, more, options) => seen.push([folder, more, options]));
program.parse(['-v', 'serve', 'a b', 'c', 'd', '--port', '80'], { from: 'user' });
assert.deepStrictEqual(seen.pop(), ['a b', ['c', 'd'], { port: 80 }]);
assert.strictEqual(program.opts().verbose, true);
assert.throws(() => program.parse(['serve', 'x', '-p', 'y'], { from: 'user' }), { code: 'commander.invalidArgument' });
assert.throws(() => program.parse(['sreve'], { from: 'user' }), { code: 'commander.unknownCommand' });
assert.match(seen.at(-1), /Did you mean serve\?/);
assert.match(program.helpInformation(), /Usage: tool \[options\] \[command\]/);
