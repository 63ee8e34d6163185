'use strict';

const assert = require('node:assert');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { once } = require('node:events');
const { promisify } = require('node:util');
const { exec, execFile, fork, spawn, ChildProcess } = require('node:child_process');
const test = require('kaon:test');

const windows = process.platform === 'win32';
const root = fs.mkdtempSync(path.join(os.tmpdir(), 'kaon-child-'));
process.on('exit', () => fs.rmSync(root, { recursive: true, force: true }));

/** A child that runs this text as a script. */
const run = (source, options, ...args) => spawn(process.execPath, ['-e', source, ...args], options);
const FOREVER = 'setInterval(() => {}, 1000)';

function record(child) {
  const events = [];
  for (const name of ['spawn', 'error', 'exit', 'close', 'disconnect']) child.on(name, (...args) => events.push([name, ...args]));
  return events;
}

async function output(stream) {
  let text = '';
  for await (const chunk of stream) text += chunk;
  return text;
}

test('a child spawns, speaks, exits and closes, in this order', async () => {
  const child = run('console.log("out"); console.error("err"); process.exitCode = 3');
  const events = record(child);
  assert.ok(child instanceof ChildProcess && child.pid > 0);
  const [stdout, stderr] = await Promise.all([output(child.stdout), output(child.stderr), once(child, 'close')]);
  assert.deepStrictEqual([stdout, stderr], ['out\n', 'err\n']);
  assert.deepStrictEqual(events, [['spawn'], ['exit', 3, null], ['close', 3, null]]);
  assert.deepStrictEqual([child.exitCode, child.signalCode, child.killed, child.kill()], [3, null, false, false]);
});

test('a program that does not exist is an error event with Node\'s fields', async () => {
  const child = spawn('kaon-no-such-program', ['a', 'b']);
  assert.deepStrictEqual([child.pid, child.spawnfile], [undefined, 'kaon-no-such-program']);
  assert.deepStrictEqual(child.spawnargs, ['kaon-no-such-program', 'a', 'b']);
  const [error] = await once(child, 'error');
  assert.strictEqual(error.message, 'spawn kaon-no-such-program ENOENT');
  assert.deepStrictEqual({ ...error }, {
    errno: error.errno, code: 'ENOENT', syscall: 'spawn kaon-no-such-program', path: 'kaon-no-such-program', spawnargs: ['a', 'b'],
  });
  assert.ok(error.errno < 0);
  await once(child, 'close');
  assert.strictEqual(child.exitCode, error.errno);
});

test('what is written to a child it reads, until the end', async () => {
  const child = run('process.stdin.pipe(process.stdout)');
  child.stdin.write('hello ');
  child.stdin.end('child');
  assert.strictEqual(await output(child.stdout), 'hello child');
});

test('much data goes both ways', async () => {
  const child = run('process.stdin.pipe(process.stdout)');
  const data = Buffer.alloc(1 << 20, 'kaon');
  child.stdin.end(data);
  const chunks = [];
  for await (const chunk of child.stdout) chunks.push(chunk);
  assert.ok(Buffer.concat(chunks).equals(data));
});

test('a signal ends a child', async () => {
  const child = run(FOREVER);
  await once(child, 'spawn');
  assert.strictEqual(child.kill(0), true);
  assert.strictEqual(child.kill(), true);
  assert.strictEqual(child.killed, true);
  assert.deepStrictEqual(await once(child, 'exit'), [null, 'SIGTERM']);
  assert.deepStrictEqual([child.exitCode, child.signalCode], [null, 'SIGTERM']);
  assert.throws(() => child.kill('SIGNONSENSE'), { code: 'ERR_UNKNOWN_SIGNAL', message: 'Unknown signal: SIGNONSENSE' });
});

test('abort signals and timeouts end a child, too', async () => {
  const controller = new AbortController();
  const child = run(FOREVER, { signal: controller.signal });
  const events = record(child);
  setTimeout(() => controller.abort(), 10);
  await new Promise((resolve) => child.on('close', resolve));
  const error = events.find(([name]) => name === 'error')[1];
  assert.deepStrictEqual([error.name, error.code], ['AbortError', 'ABORT_ERR']);
  const late = run(FOREVER, { timeout: 50, killSignal: 'SIGKILL' });
  assert.deepStrictEqual(await once(late, 'exit'), [null, 'SIGKILL']);
});

test('descriptors are ignored, inherited or files', async () => {
  const ignored = run('console.log(1)', { stdio: 'ignore' });
  assert.deepStrictEqual([ignored.stdin, ignored.stdout, ignored.stderr], [null, null, null]);
  assert.deepStrictEqual(await once(ignored, 'close'), [0, null]);
  const fd = fs.openSync(path.join(root, 'out'), 'w');
  const child = run('console.log("to a file")', { stdio: ['ignore', fd, 'ignore'] });
  await once(child, 'close');
  fs.closeSync(fd);
  assert.strictEqual(fs.readFileSync(path.join(root, 'out'), 'utf8'), 'to a file\n');
});

test('environment, folder and shell are the given ones', async () => {
  const show = 'console.log(process.env.KAON_TEST + " " + process.cwd())';
  const real = fs.realpathSync(root);
  const child = run(show, { cwd: root, env: { ...process.env, KAON_TEST: 'here' } });
  assert.strictEqual((await output(child.stdout)).trim(), `here ${windows ? root : real}`);
  const shelled = spawn('echo', [windows ? '%KAON_TEST%' : '$KAON_TEST'], { shell: true, env: { ...process.env, KAON_TEST: 'shell' } });
  assert.strictEqual((await output(shelled.stdout)).trim(), 'shell');
  const missing = run('', { cwd: path.join(root, 'missing') });
  assert.strictEqual((await once(missing, 'error'))[0].code, 'ENOENT');
});

test('one child\'s output is another\'s input', async () => {
  if (windows) return;
  const first = spawn('echo', ['from one to the next']);
  const second = spawn('cat', { stdio: [first.stdout, 'pipe', 'inherit'] });
  assert.strictEqual(await output(second.stdout), 'from one to the next\n');
});

test('more pipes than three, in both directions', async () => {
  if (windows) return;
  const child = spawn('sh', ['-c', 'echo three >&3; cat <&4'], { stdio: ['ignore', 'pipe', 'inherit', 'pipe', 'pipe'] });
  child.stdio[4].end('four');
  assert.deepStrictEqual(await Promise.all([output(child.stdio[3]), output(child.stdout)]), ['three\n', 'four']);
});

test('arguments are checked with Node\'s words', () => {
  const wrong = (call, code, message) => assert.throws(call, { code, message });
  wrong(() => spawn(), 'ERR_INVALID_ARG_TYPE', 'The "file" argument must be of type string. Received undefined');
  wrong(() => spawn(''), 'ERR_INVALID_ARG_VALUE', 'The argument \'file\' cannot be empty. Received \'\'');
  wrong(() => spawn('a', ['\0']), 'ERR_INVALID_ARG_VALUE',
    'The argument \'args[0]\' must be a string without null bytes. Received \'\\x00\'');
  wrong(() => spawn('a', [], { stdio: 'zz' }), 'ERR_INVALID_ARG_VALUE', 'The argument \'stdio\' is invalid. Received \'zz\'');
  wrong(() => spawn('a', [], { stdio: ['ipc', 'ipc'] }), 'ERR_IPC_ONE_PIPE', 'Child process can have only one IPC pipe');
  wrong(() => spawn('a', [], { timeout: -1 }), 'ERR_OUT_OF_RANGE',
    'The value of "timeout" is out of range. It must be an unsigned integer. Received -1');
  wrong(() => spawn('a', [], { uid: 'x' }), 'ERR_INVALID_ARG_TYPE',
    'The "options.uid" property must be int32. Received type string (\'x\')');
  wrong(() => execFile('a', [], { maxBuffer: -1 }), 'ERR_OUT_OF_RANGE',
    'The value of "options.maxBuffer" is out of range. It must be a positive number. Received -1');
  wrong(() => fork('a', { stdio: ['pipe'] }), 'ERR_CHILD_PROCESS_IPC_REQUIRED',
    'Forked processes must have an IPC channel, missing value \'ipc\' in options.stdio');
});

const called = (start) => new Promise((resolve) => start((error, stdout, stderr) => resolve({ error, stdout, stderr })));

test('exec collects what a command says, and why it failed', async () => {
  const good = await called((done) => exec('echo hi', done));
  assert.deepStrictEqual([good.error, good.stdout.trim(), good.stderr], [null, 'hi', '']);
  const { error } = await called((done) => exec('exit 4', done));
  assert.strictEqual(error.message, 'Command failed: exit 4\n');
  assert.deepStrictEqual({ ...error }, { code: 4, killed: false, signal: null, cmd: 'exit 4' });
  const bytes = await called((done) => exec('echo hi', { encoding: 'buffer' }, done));
  assert.ok(Buffer.isBuffer(bytes.stdout));
});

test('execFile stops at its limits', async () => {
  const much = await called((done) => execFile(process.execPath, ['-e', 'console.log("x".repeat(5000))'], { maxBuffer: 5 }, done));
  assert.deepStrictEqual([much.error.code, much.error.message, much.stdout], [
    'ERR_CHILD_PROCESS_STDIO_MAXBUFFER', 'stdout maxBuffer length exceeded', 'xxxxx',
  ]);
  const late = await called((done) => execFile(process.execPath, ['-e', FOREVER], { timeout: 50 }, done));
  assert.deepStrictEqual([late.error.killed, late.error.signal, late.error.code], [true, 'SIGTERM', null]);
  const missing = await called((done) => execFile('kaon-no-such-program', ['x'], done));
  assert.deepStrictEqual([missing.error.code, missing.error.cmd], ['ENOENT', 'kaon-no-such-program x']);
});

test('promisified commands give both outputs', async () => {
  const promise = promisify(execFile)(process.execPath, ['-e', 'console.log(1); console.error(2)']);
  assert.ok(promise.child instanceof ChildProcess);
  assert.deepStrictEqual(await promise, { stdout: '1\n', stderr: '2\n' });
  await assert.rejects(promisify(exec)('exit 9'), { code: 9, stdout: '', stderr: '' });
});

const CHILD = `
process.on('message', (message) => {
  process.send({ got: message, args: process.argv.slice(2) });
  if (message === 'bye') process.disconnect();
});
process.send('up');
`;

test('a forked script and its parent exchange messages', async () => {
  const script = path.join(root, 'child.js');
  fs.writeFileSync(script, CHILD);
  const child = fork(script, ['argument']);
  const events = record(child);
  const messages = [];
  child.on('message', (message) => messages.push(message));
  assert.strictEqual(child.connected, true);
  child.send({ a: 1, b: undefined });
  child.send('bye');
  await once(child, 'close');
  const args = ['argument'];
  assert.deepStrictEqual(messages, ['up', { got: { a: 1 }, args }, { got: 'bye', args }]);
  // Nobody can say which of the two in between is heard of first.
  assert.deepStrictEqual(events.map(([name]) => name).sort(), ['close', 'disconnect', 'exit', 'spawn']);
  assert.deepStrictEqual([events[0], events[3]], [['spawn'], ['close', 0, null]]);
  assert.deepStrictEqual([child.connected, child.channel], [false, null]);
  child.on('error', () => {});
  assert.strictEqual(child.send('late'), false);
});

test('messages are checked before they are sent', async () => {
  const child = fork(path.join(root, 'child.js'), { silent: true });
  assert.throws(() => child.send(), { code: 'ERR_MISSING_ARGS' });
  assert.throws(() => child.send(Symbol('x')), { code: 'ERR_INVALID_ARG_TYPE' });
  await once(child, 'message');
  child.disconnect();
  assert.deepStrictEqual(await once(child, 'close'), [0, null]);
});

test('last words are sent although the child exits at once', async () => {
  const script = path.join(root, 'last.js');
  fs.writeFileSync(script, 'process.send(1); process.send(2); process.exit(0);');
  const child = fork(script);
  const messages = [];
  child.on('message', (message) => messages.push(message));
  await once(child, 'close');
  assert.deepStrictEqual(messages, [1, 2]);
});

test('a child that never takes up its channel still closes', async () => {
  const child = spawn(process.execPath, ['-e', 'delete process.env.X'], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'], env: { ...process.env, NODE_OPTIONS: '' },
  });
  assert.deepStrictEqual(await once(child, 'close'), [0, null]);
});

test('an unreferenced child does not keep the process alive', async () => {
  const child = spawn(process.execPath, ['-e', FOREVER], { stdio: 'ignore' });
  child.unref();
  process.on('exit', () => child.kill());
});

test('the advanced form carries what JSON cannot', async () => {
  const script = path.join(root, 'advanced.js');
  fs.writeFileSync(script, 'process.on("message", (message) => { process.send(message); process.disconnect(); });');
  const child = fork(script, { serialization: 'advanced' });
  const sent = { map: new Map([[1, new Set(['a'])]]), date: new Date(5), big: 12n, bytes: new Uint8Array([1, 2]), none: undefined };
  child.send(sent);
  assert.deepStrictEqual((await once(child, 'message'))[0], sent);
});

if (!windows) {
  test('a connection goes to the child that is to answer it', async () => {
    const net = require('node:net');
    const script = path.join(root, 'answer.js');
    fs.writeFileSync(script, 'process.once("message", (word, socket) => socket.end(word));');
    const child = fork(script);
    const server = net.createServer((socket) => child.send('echo', socket)).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const client = net.connect(server.address().port, '127.0.0.1');
    assert.strictEqual(await output(client), 'echo');
    server.close();
    await once(child, 'exit');
  });
}
