// Output, failure, input, a pipe, a line iterator, a time limit, a child of our own.
import assert from 'node:assert';
import { execa, execaSync, $ } from 'execa';

const node = process.execPath;
const { stdout } = await execa(node, ['-e', 'console.log("out"); console.error("err")']);
assert.strictEqual(stdout, 'out');
await assert.rejects(execa(node, ['-e', 'process.exit(3)']), { exitCode: 3, failed: true });
const echoed = await execa(node, ['-e', 'process.stdin.pipe(process.stdout)'], { input: 'in and out' });
assert.strictEqual(echoed.stdout, 'in and out');
assert.strictEqual(execaSync(node, ['-p', '6*7']).stdout, '42');
await assert.rejects(execa(node, ['-e', 'setInterval(() => {}, 1000)'], { timeout: 200 }), { timedOut: true });
const lines = [];
for await (const line of execa(node, ['-e', 'console.log("a\\nb")'])) lines.push(line);
assert.deepStrictEqual(lines, ['a', 'b']);
const piped = await $`${node} -p ${'"x y"'}`.pipe`${node} -e ${'process.stdin.on("data", d => process.stdout.write(String(d).toUpperCase()))'}`;
assert.strictEqual(piped.stdout.trim(), 'X Y');
