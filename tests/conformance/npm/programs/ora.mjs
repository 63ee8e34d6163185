import assert from 'node:assert';
import { PassThrough } from 'node:stream';
import ora from 'ora';

const stream = new PassThrough();
let text = '';
stream.on('data', (part) => (text += part));
const spinner = ora({ text: 'working', stream, isEnabled: false, color: false }).start();
assert.strictEqual(spinner.isSpinning, false);
spinner.succeed('done');
await new Promise((resolve) => stream.end(resolve));
assert.match(text, /- working\n.* done\n/);
