'use strict';

const assert = require('node:assert');
const { once } = require('node:events');
const { test } = require('kaon:test');
const EventEmitter = require('node:events');

const windows = process.platform === 'win32';

test('is the global, an emitter, and says what it is', () => {
  assert.strictEqual(require('process'), process);
  assert.ok(process instanceof EventEmitter);
  assert.strictEqual(Object.prototype.toString.call(process), '[object process]');
  assert.match(process.version, /^v22\./);
  assert.strictEqual(process.version, `v${process.versions.node}`);
  assert.ok(process.versions.kaon && process.versions.quickjs);
  assert.ok(process.pid > 0 && process.ppid > 0);
});

test('env takes text, keeps it and forgets it', () => {
  process.env.KAON_TEST = 5;
  assert.strictEqual(process.env.KAON_TEST, '5');
  assert.ok('KAON_TEST' in process.env && Object.keys(process.env).includes('KAON_TEST'));
  assert.strictEqual({ ...process.env }.KAON_TEST, '5');
  assert.strictEqual(process.env.kaon_test, windows ? '5' : undefined);
  delete process.env.KAON_TEST;
  assert.strictEqual(process.env.KAON_TEST, undefined);
  assert.strictEqual(process.env.hasOwnProperty('KAON_TEST'), false);
  assert.throws(() => { process.env.KAON_TEST = Symbol('no'); }, TypeError);
  assert.throws(() => Object.defineProperty(process.env, 'X', { get() {} }), { code: 'ERR_INVALID_OBJECT_DEFINE_PROPERTY' });
});

test('chdir moves, and says where it could not go', () => {
  const before = process.cwd();
  process.chdir('..');
  assert.notStrictEqual(process.cwd(), before);
  process.chdir(before);
  assert.throws(() => process.chdir('does-not-exist'), { code: 'ENOENT', syscall: 'chdir', path: before, dest: 'does-not-exist' });
  assert.throws(() => process.chdir(5), { code: 'ERR_INVALID_ARG_TYPE' });
});

test('exitCode takes whole numbers, also as text', () => {
  process.exitCode = '3';
  assert.strictEqual(process.exitCode, '3');
  assert.throws(() => { process.exitCode = 1.5; }, { code: 'ERR_OUT_OF_RANGE' });
  assert.throws(() => { process.exitCode = 'x'; }, { code: 'ERR_INVALID_ARG_TYPE' });
  process.exitCode = undefined;
  assert.strictEqual(process.exitCode, undefined);
});

test('hrtime counts on, in pairs and in bigints', () => {
  const start = process.hrtime();
  const bigint = process.hrtime.bigint();
  const [seconds, nanoseconds] = process.hrtime(start);
  assert.ok(seconds >= 0 && nanoseconds >= 0 && nanoseconds < 1e9);
  assert.ok(process.hrtime.bigint() >= bigint);
  assert.throws(() => process.hrtime([1]), { code: 'ERR_OUT_OF_RANGE' });
  assert.ok(process.uptime() > 0);
});

test('measures are numbers that make sense', () => {
  const { rss, heapTotal, heapUsed, external, arrayBuffers } = process.memoryUsage();
  assert.ok(rss > 1e6 && heapTotal >= heapUsed && heapUsed > 1e5 && external >= 0 && arrayBuffers >= 0);
  assert.ok(process.memoryUsage.rss() > 1e6);
  const { user, system } = process.cpuUsage();
  assert.ok(user + system > 0);
  const later = process.cpuUsage({ user, system });
  assert.ok(later.user >= 0 && later.system >= 0);
  assert.throws(() => process.cpuUsage({ user: -1, system: 0 }), { code: 'ERR_INVALID_ARG_VALUE' });
  assert.strictEqual(Object.keys(process.resourceUsage()).length, 16);
  assert.ok(process.resourceUsage().maxRSS > 1000);
});

test('umask gives back what it was', () => {
  const before = process.umask('077');
  assert.strictEqual(process.umask(before), windows ? 0 : 0o77);
  assert.strictEqual(process.umask(), before);
  assert.throws(() => process.umask('x'), { code: 'ERR_INVALID_ARG_VALUE' });
});

test('nextTick passes arguments and keeps the order', async () => {
  const seen = [];
  process.nextTick((...args) => seen.push(...args), 1, 2);
  process.nextTick(() => {
    process.nextTick(() => seen.push('inner'));
    seen.push('outer');
  });
  await new Promise(setImmediate);
  assert.deepStrictEqual(seen, [1, 2, 'outer', 'inner']);
  assert.throws(() => process.nextTick(), { code: 'ERR_INVALID_ARG_TYPE' });
});

test('what a tick or a microtask throws is uncaught, and the rest goes on', async () => {
  const seen = [];
  const listener = (error, origin) => seen.push(error, origin);
  process.on('uncaughtException', listener);
  setImmediate(() => {
    process.nextTick(() => { throw 1; });
    process.nextTick(() => seen.push('tick'));
    queueMicrotask(() => { throw 2; });
    queueMicrotask(() => seen.push('microtask'));
  });
  await new Promise(setImmediate);
  await new Promise(setImmediate);
  process.removeListener('uncaughtException', listener);
  assert.deepStrictEqual(seen, [1, 'uncaughtException', 'tick', 2, 'uncaughtException', 'microtask']);
});

test('a capture callback takes the place of the listeners', async () => {
  const caught = new Promise((resolve) => process.setUncaughtExceptionCaptureCallback(resolve));
  assert.throws(() => process.setUncaughtExceptionCaptureCallback(() => {}), { code: 'ERR_UNCAUGHT_EXCEPTION_CAPTURE_ALREADY_SET' });
  process.nextTick(() => { throw new Error('captured'); });
  assert.strictEqual((await caught).message, 'captured');
  process.setUncaughtExceptionCaptureCallback(null);
  assert.strictEqual(process.hasUncaughtExceptionCaptureCallback(), false);
});

test('unhandled rejections are told of, and their handling later on', async () => {
  const told = once(process, 'unhandledRejection');
  const promise = Promise.reject(new Error('nobody'));
  const [reason, found] = await told;
  assert.strictEqual(reason.message, 'nobody');
  assert.strictEqual(found, promise);
  const handled = once(process, 'rejectionHandled');
  promise.catch(() => {});
  assert.strictEqual((await handled)[0], promise);
});

test('without a listener a rejection is an uncaught exception', async () => {
  const caught = new Promise((resolve) => process.once('uncaughtException', (error, origin) => resolve([error, origin])));
  Promise.reject('plain');
  const [error, origin] = await caught;
  assert.strictEqual(origin, 'unhandledRejection');
  assert.strictEqual(error.code, 'ERR_UNHANDLED_REJECTION');
  assert.match(error.message, /with the reason "plain"\.$/);
});

test('a rejection that is handled within its tick is nobody\'s business', async () => {
  const listener = () => assert.fail('told');
  process.on('unhandledRejection', listener);
  const promise = Promise.reject(new Error('handled'));
  process.nextTick(() => promise.catch(() => {}));
  await new Promise(setImmediate);
  process.removeListener('unhandledRejection', listener);
});

test('warnings are emitted with their code and detail', async () => {
  const told = once(process, 'warning');
  process.emitWarning('careful', { type: 'TestWarning', code: 'T1', detail: 'more' });
  const [warning] = await told;
  assert.deepStrictEqual([warning.name, warning.message, warning.code, warning.detail], ['TestWarning', 'careful', 'T1', 'more']);
  assert.throws(() => process.emitWarning(5), { code: 'ERR_INVALID_ARG_TYPE' });
});

test('kill tells of processes that are not there and signals that do not exist', () => {
  assert.strictEqual(process.kill(process.pid, 0), true);
  assert.throws(() => process.kill(99999999, 0), { code: 'ESRCH', syscall: 'kill' });
  assert.throws(() => process.kill(1, 'SIGNOPE'), { code: 'ERR_UNKNOWN_SIGNAL' });
  assert.throws(() => process.kill(null), { code: 'ERR_INVALID_ARG_TYPE' });
});

if (windows) {
  test.skip('a signal reaches its listeners', 'Windows has no signals that a process could send itself');
} else {
  test('a signal reaches its listeners', async () => {
    const wait = setTimeout(() => {}, 10000);
    const got = new Promise((resolve) => process.once('SIGUSR2', (...args) => resolve(args)));
    process.kill(process.pid, 'SIGUSR2');
    assert.deepStrictEqual(await got, ['SIGUSR2', require('node:os').constants.signals.SIGUSR2]);
    assert.throws(() => process.on('SIGKILL', () => {}), { code: 'EINVAL', syscall: 'uv_signal_start' });
    clearTimeout(wait);
  });

  test('users and groups are numbers', () => {
    for (const name of ['getuid', 'geteuid', 'getgid', 'getegid']) assert.strictEqual(typeof process[name](), 'number');
    assert.ok(process.getgroups().includes(process.getegid()));
  });
}

test('standard streams are there, and survive being destroyed', async () => {
  assert.strictEqual(process.stdout.fd, 1);
  assert.strictEqual(process.stderr.fd, 2);
  assert.strictEqual(process.stdin.fd, 0);
  await new Promise((resolve) => process.stdout.write('', resolve));
  process.stderr.destroy();
  await new Promise(setImmediate);
  assert.strictEqual(process.stderr.destroyed, false);
});

test('what is left out names itself', () => {
  assert.throws(() => process.dlopen(), { code: 'ERR_NOT_SUPPORTED', message: /process\.dlopen/ });
  assert.throws(() => process.binding('fs'), { message: 'No such module: fs' });
});

test('getBuiltinModule gives modules by name', () => {
  assert.strictEqual(process.getBuiltinModule('node:events'), EventEmitter);
  assert.strictEqual(process.getBuiltinModule('nope'), undefined);
});
