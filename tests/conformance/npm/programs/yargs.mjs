import assert from 'node:assert';
import yargs from 'yargs';

const parser = yargs(['build', 'src', '--level=3', '--no-color', '-xyz', '--list', 'a', 'b'])
  .command('build <folder>', 'builds', (command) => command.positional('folder', { type: 'string' }))
  .option('level', { type: 'number', choices: [1, 2, 3] })
  .option('list', { type: 'array' })
  .exitProcess(false)
  .help();
const parsed = await parser.parse();
assert.deepStrictEqual([parsed.folder, parsed.level, parsed.color, parsed.x, parsed.list], ['src', 3, false, true, ['a', 'b']]);
assert.match(await parser.getHelp(), /build <folder>\s+builds/);
let complaint;
await yargs(['--level=9']).option('level', { choices: [1] }).exitProcess(false).fail((message) => (complaint = message)).parse();
assert.match(complaint, /Invalid values:/);
