'use strict';

const assert = require('node:assert');
const readline = require('node:readline');
const { PassThrough } = require('node:stream');
const { once } = require('node:events');
const { test } = require('kaon:test');

/** An interface on streams, with everything that it writes. */
function terminal(options) {
  const input = new PassThrough();
  const output = new PassThrough();
  output.columns = 80;
  output.setEncoding('utf8');
  const lines = [];
  const rl = readline.createInterface({ input, output, terminal: true, prompt: '', ...options });
  rl.on('line', (line) => lines.push(line));
  return { input, output, lines, rl };
}

test('parts lines at every ending, also at one in two pieces', async () => {
  const input = new PassThrough();
  const lines = [];
  const rl = readline.createInterface({ input });
  rl.on('line', (line) => lines.push(line));
  input.write('a\r');
  input.write('\nb\nc\rd');
  input.end();
  await once(rl, 'close');
  assert.deepStrictEqual(lines, ['a', 'b', 'c', 'd']);
});

test('iterates over lines and closes when the loop is left', async () => {
  const input = new PassThrough();
  const rl = readline.createInterface({ input });
  setImmediate(() => input.write('one\ntwo\n'));
  const found = [];
  for await (const line of rl) {
    found.push(line);
    if (found.length === 2) break;
  }
  assert.deepStrictEqual(found, ['one', 'two']);
  assert.strictEqual(rl.closed, true);
});

test('keys move, delete, kill and yank', () => {
  const { rl } = terminal();
  const press = (name, more) => rl.write(null, { name, ...more });
  rl.write('hello world');
  press('w', { ctrl: true });
  assert.strictEqual(rl.line, 'hello ');
  press('u', { ctrl: true });
  press('y', { ctrl: true });
  assert.strictEqual(rl.line, 'hello ');
  press('a', { ctrl: true });
  press('right');
  press('delete');
  assert.strictEqual(rl.line, 'hllo ');
  rl.write(null, { sequence: '\u001f' });
  assert.strictEqual(rl.line, 'hello ');
  rl.close();
});

test('the history comes back with the arrows', () => {
  const { rl, lines } = terminal({ historySize: 2 });
  for (const line of ['one', 'two', 'three']) rl.write(`${line}\n`);
  assert.deepStrictEqual(lines, ['one', 'two', 'three']);
  assert.deepStrictEqual(rl.history, ['three', 'two']);
  rl.write(null, { name: 'up' });
  rl.write(null, { name: 'up' });
  assert.strictEqual(rl.line, 'two');
  rl.write(null, { name: 'down' });
  rl.write(null, { name: 'down' });
  assert.strictEqual(rl.line, '');
  rl.close();
});

test('tab completes what is common', () => {
  const { rl } = terminal({ completer: (line) => [['exit', 'exist'].filter((word) => word.startsWith(line)), line] });
  rl.write('e');
  rl.write(null, { name: 'tab' });
  assert.strictEqual(rl.line, 'exi');
  rl.close();
});

test('a question is asked once, and may be taken back', async () => {
  const { input, rl } = terminal();
  const answer = new Promise((resolve) => rl.question('who? ', resolve));
  input.write('me\r');
  assert.strictEqual(await answer, 'me');
  const { createInterface } = require('node:readline/promises');
  const other = createInterface({ input: new PassThrough() });
  const controller = new AbortController();
  const refused = other.question('?', { signal: controller.signal });
  controller.abort();
  await assert.rejects(refused, { name: 'AbortError', code: 'ABORT_ERR' });
});

test('the commands write what terminals understand', () => {
  const written = [];
  const stream = { write: (text) => written.push(text) };
  readline.cursorTo(stream, 2, 3);
  readline.moveCursor(stream, -1, 2);
  readline.clearLine(stream, 0);
  readline.clearScreenDown(stream);
  assert.deepStrictEqual(written, ['\u001b[4;3H', '\u001b[1D\u001b[2B', '\u001b[2K', '\u001b[0J']);
  assert.throws(() => readline.cursorTo(stream, undefined, 1), { code: 'ERR_INVALID_CURSOR_POS' });
});
