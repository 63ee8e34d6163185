'use strict';

const assert = require('node:assert');
const { execFileSync, execSync, spawnSync } = require('node:child_process');
const test = require('kaon:test');

const node = (source, options) => spawnSync(process.execPath, ['-e', source], options);

test('a finished child tells all: status, signal, both outputs', () => {
  const result = node('console.log("a"); console.error("b"); process.exitCode = 3');
  assert.deepStrictEqual(Object.keys(result), ['status', 'signal', 'output', 'pid', 'stdout', 'stderr']);
  assert.deepStrictEqual([result.status, result.signal, result.output[0]], [3, null, null]);
  assert.deepStrictEqual([result.stdout.toString(), result.output[2].toString()], ['a\n', 'b\n']);
  assert.ok(result.pid > 0);
});

test('input is read to its end', () => {
  const echo = 'process.stdin.pipe(process.stdout)';
  assert.strictEqual(node(echo, { input: 'text', encoding: 'utf8' }).stdout, 'text');
  const much = Buffer.alloc(300000, 'kaon');
  assert.ok(node(echo, { input: much }).stdout.equals(much));
  assert.throws(() => node(echo, { input: 3 }), { code: 'ERR_INVALID_ARG_TYPE' });
});

test('a program that does not exist is an error in the result', () => {
  const result = spawnSync('kaon-no-such-program', ['a']);
  assert.deepStrictEqual(Object.keys(result), ['error', 'status', 'signal', 'output', 'pid', 'stdout', 'stderr']);
  assert.strictEqual(result.error.message, 'spawnSync kaon-no-such-program ENOENT');
  assert.deepStrictEqual([result.error.code, result.error.path, result.error.spawnargs], ['ENOENT', 'kaon-no-such-program', ['a']]);
  assert.deepStrictEqual([result.status, result.pid, result.output, result.stdout], [null, 0, null, null]);
});

test('time and output have limits', () => {
  const late = node('setInterval(() => {}, 1000)', { timeout: 100 });
  assert.deepStrictEqual([late.error.code, late.status, late.signal], ['ETIMEDOUT', null, 'SIGTERM']);
  const much = node('for (let i = 0; i < 5000; i++) console.log("x".repeat(100))', { maxBuffer: 10 });
  assert.strictEqual(much.error.code, 'ENOBUFS');
  assert.ok(much.stdout.length > 10);
});

test('streams that are not piped are null', () => {
  assert.deepStrictEqual(node('console.log(1)', { stdio: 'ignore' }).output, [null, null, null]);
});

test('execSync returns the output or throws all there is', () => {
  assert.strictEqual(execSync('echo hi', { encoding: 'utf8' }).trim(), 'hi');
  assert.throws(() => execSync('exit 4', { stdio: 'pipe' }), (error) => {
    assert.strictEqual(error.message, 'Command failed: exit 4');
    assert.deepStrictEqual([error.status, error.signal, error.stdout.length], [4, null, 0]);
    return true;
  });
});

test('execFileSync names the command that failed, with its last words', () => {
  const args = ['-e', 'console.error("last words"); process.exitCode = 1'];
  assert.throws(() => execFileSync(process.execPath, args, { stdio: 'pipe' }), (error) => {
    assert.strictEqual(error.message, `Command failed: ${process.execPath} ${args.join(' ')}\nlast words\n`);
    assert.strictEqual(error.status, 1);
    return true;
  });
  assert.throws(() => execFileSync('kaon-no-such-program'), { code: 'ENOENT', syscall: 'spawnSync kaon-no-such-program' });
});

test('channels make no sense here', () => {
  assert.throws(() => spawnSync('x', { stdio: ['ipc'] }), { code: 'ERR_IPC_SYNC_FORK' });
});
