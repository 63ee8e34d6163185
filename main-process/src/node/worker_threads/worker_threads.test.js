'use strict';

const { test } = require('kaon:test');
const assert = require('node:assert');
const { once } = require('node:events');
const threads = require('node:worker_threads');

const { Worker, MessageChannel } = threads;

/** Runs text in a worker; resolves with its exit code. */
async function codeOf(text, options) {
  const worker = new Worker(text, { eval: true, ...options });
  const [code] = await once(worker, 'exit');
  return code;
}

async function answerOf(expression, options) {
  const worker = new Worker(`require('worker_threads').parentPort.postMessage(${expression})`, { eval: true, ...options });
  const [answer] = await once(worker, 'message');
  await once(worker, 'exit');
  return answer;
}

test('the main thread knows itself', () => {
  assert.deepStrictEqual([threads.isMainThread, threads.threadId, threads.parentPort, threads.workerData], [true, 0, null, null]);
});

test('a worker has its own id, data and arguments', async () => {
  const found = await answerOf(
    `[require('worker_threads').isMainThread, require('worker_threads').threadId > 0, require('worker_threads').workerData, process.argv.slice(2)]`,
    { workerData: { map: new Map([[1, 2]]) }, argv: ['a', 1] },
  );
  assert.deepStrictEqual(found, [false, true, { map: new Map([[1, 2]]) }, ['a', '1']]);
});

test('messages go both ways, in order', async () => {
  const worker = new Worker(`
    const { parentPort } = require('worker_threads');
    parentPort.on('message', (value) => {
      if (value === null) parentPort.close();
      else parentPort.postMessage(value * 2);
    });
  `, { eval: true });
  const got = [];
  worker.on('message', (value) => got.push(value));
  for (const value of [1, 2, 3, null]) worker.postMessage(value);
  const [code] = await once(worker, 'exit');
  assert.deepStrictEqual([code, got], [0, [2, 4, 6]]);
});

test('process.exit ends the worker alone', async () => {
  assert.strictEqual(await codeOf('process.exit(42)'), 42);
});

test('terminate ends a loop, a sleep and a regular expression that never do', async () => {
  const endless = [
    'while (true) {}',
    'Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)',
    '/^(a+)+$/.test("a".repeat(60) + "b")',
    'const turn = () => Promise.resolve().then(turn); turn()',
  ];
  for (const text of endless) {
    const worker = new Worker(`require('worker_threads').parentPort.postMessage(0); ${text}`, { eval: true });
    await once(worker, 'message');
    assert.strictEqual(await worker.terminate(), 1, text);
  }
});

test('an error nobody caught keeps its class and its properties', async () => {
  const worker = new Worker('throw Object.assign(new RangeError("far"), { code: "E_FAR", at: { x: 1 } })', { eval: true });
  const [error] = await once(worker, 'error');
  assert.ok(error instanceof RangeError);
  assert.deepStrictEqual([error.message, error.code, error.at], ['far', 'E_FAR', { x: 1 }]);
  assert.match(error.stack, /RangeError/);
});

test('a script that has no memory or stack left is an error of the worker', async () => {
  const hungry = new Worker('const all = []; for (;;) all.push(new Array(1000).fill({}))', {
    eval: true, resourceLimits: { maxOldGenerationSizeMb: 32 },
  });
  const [error] = await once(hungry, 'error');
  assert.strictEqual(error.code, 'ERR_WORKER_OUT_OF_MEMORY');
  const deep = new Worker('(function again() { again(); })()', { eval: true, resourceLimits: { stackSizeMb: 1 } });
  const [overflow] = await once(deep, 'error');
  assert.ok(overflow instanceof RangeError);
});

test('the environment is a copy, unless it is shared', async () => {
  process.env.KAON_WORKER = 'parent';
  assert.strictEqual(await answerOf('(process.env.KAON_WORKER += "!")'), 'parent!');
  assert.strictEqual(process.env.KAON_WORKER, 'parent');
  await answerOf('(process.env.KAON_WORKER = "shared")', { env: threads.SHARE_ENV });
  assert.strictEqual(process.env.KAON_WORKER, 'shared');
  assert.strictEqual(await answerOf('process.env.KAON_WORKER', { env: { KAON_WORKER: 'given' } }), 'given');
});

test('standard streams go through the parent', async () => {
  const worker = new Worker('process.stdin.on("data", (text) => process.stdout.write(`<${text}>`)).on("end", () => console.error("end"))', {
    eval: true, stdin: true, stdout: true, stderr: true,
  });
  worker.stdin.end('text');
  const texts = { stdout: '', stderr: '' };
  for (const name of Object.keys(texts)) worker[name].on('data', (chunk) => { texts[name] += chunk; });
  const ended = once(worker.stderr, 'end');
  await once(worker, 'exit');
  await ended;
  assert.deepStrictEqual(texts, { stdout: '<text>', stderr: 'end\n' });
});

test('memory is shared, and waiting for it wakes up', async () => {
  const cells = new Int32Array(new SharedArrayBuffer(8));
  const worker = new Worker(`
    const { workerData } = require('worker_threads');
    Atomics.store(workerData, 1, Atomics.wait(workerData, 0, 0) === 'ok' ? 7 : 0);
  `, { eval: true, workerData: cells });
  await once(worker, 'online');
  while (Atomics.notify(cells, 0) === 0) await new Promise((resolve) => setImmediate(resolve));
  await once(worker, 'exit');
  assert.strictEqual(Atomics.load(cells, 1), 7);
});

test('waitAsync tells of a notification and of the end of patience', async () => {
  const cells = new Int32Array(new SharedArrayBuffer(4));
  const first = Atomics.waitAsync(cells, 0, 0);
  assert.strictEqual(Atomics.notify(cells, 0), 1);
  assert.strictEqual(await first.value, 'ok');
  assert.strictEqual(await Atomics.waitAsync(cells, 0, 0, 1).value, 'timed-out');
  assert.deepStrictEqual(Atomics.waitAsync(cells, 0, 5), { async: false, value: 'not-equal' });
});

test('a port can move to a worker, and messages through it', async () => {
  const { port1, port2 } = new MessageChannel();
  const worker = new Worker(`
    const { parentPort } = require('worker_threads');
    parentPort.once('message', ({ port }) => port.postMessage('through'));
  `, { eval: true });
  worker.postMessage({ port: port2 }, [port2]);
  const [text] = await once(port1, 'message');
  assert.strictEqual(text, 'through');
  await once(port1, 'close');
});

test('threads speak to each other by number', async () => {
  const worker = new Worker(`
    process.on('workerMessage', (value, from) => require('worker_threads').parentPort.postMessage([value, from]));
    require('worker_threads').parentPort.ref();
  `, { eval: true });
  await once(worker, 'online');
  const heard = once(worker, 'message');
  for (;;) {
    try {
      await threads.postMessageToThread(worker.threadId, 'hello');
      break;
    } catch (error) {
      assert.strictEqual(error.code, 'ERR_WORKER_MESSAGING_FAILED');
    }
  }
  assert.deepStrictEqual((await heard)[0], ['hello', 0]);
  await worker.terminate();
  await assert.rejects(threads.postMessageToThread(12345, 0), { code: 'ERR_WORKER_MESSAGING_FAILED' });
});

test('environment data is kept by key, and inherited', async () => {
  threads.setEnvironmentData('a', 1);
  assert.strictEqual(threads.getEnvironmentData('a'), 1);
  assert.strictEqual(await answerOf(`require('worker_threads').getEnvironmentData('a')`), 1);
  threads.setEnvironmentData('a');
  assert.strictEqual(threads.getEnvironmentData('a'), undefined);
});

test('a worker cannot reach what belongs to the app or to the whole process', async () => {
  const found = await answerOf(`[
    (() => { try { require('electron'); return 'there'; } catch (error) { return 'refused'; } })(),
    (() => { try { process.chdir('/'); } catch (error) { return error.code; } })(),
    process.type,
  ]`);
  assert.deepStrictEqual(found, ['refused', 'ERR_WORKER_UNSUPPORTED_OPERATION', undefined]);
});

test('what cannot be started is refused in Node\'s words', () => {
  assert.throws(() => new Worker('x.js'), { code: 'ERR_WORKER_PATH' });
  assert.throws(() => new Worker(5), { code: 'ERR_INVALID_ARG_TYPE' });
  assert.throws(() => new Worker('', { eval: true, execArgv: ['--no-such-flag'] }), { code: 'ERR_WORKER_INVALID_EXEC_ARGV' });
  assert.throws(() => new Worker('', { eval: true, workerData: () => {} }), { name: 'DataCloneError' });
  assert.throws(() => new Worker('', { eval: true, env: 1 }), { code: 'ERR_INVALID_ARG_TYPE' });
});
