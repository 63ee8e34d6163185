'use strict';

const assert = require('node:assert');
const test = require('kaon:test');
const os = require('node:os');

const windows = process.platform === 'win32';

test('names the system', () => {
  assert.strictEqual(os.platform(), process.platform);
  assert.strictEqual(os.arch(), process.arch);
  assert.strictEqual(os.type(), { linux: 'Linux', darwin: 'Darwin', win32: 'Windows_NT' }[process.platform]);
  assert.match(os.release(), /^\d+\.\d+/);
  for (const name of ['version', 'machine', 'hostname']) assert.ok(os[name]().length > 0, name);
  assert.ok(['LE', 'BE'].includes(os.endianness()));
});

test('EOL and devNull cannot be written, constants cannot be replaced', () => {
  assert.strictEqual(os.EOL, windows ? '\r\n' : '\n');
  assert.strictEqual(os.devNull, windows ? '\\\\.\\nul' : '/dev/null');
  assert.throws(() => { os.EOL = 'x'; }, TypeError);
  assert.throws(() => Object.defineProperty(os, 'constants', { value: {} }), TypeError);
  assert.throws(() => { os.constants.signals.SIGNEW = 1; }, TypeError);
});

test('getters turn into their value where a primitive is wanted', () => {
  assert.strictEqual(`${os.hostname}`, os.hostname());
  assert.strictEqual(os.availableParallelism > 0, true);
  assert.strictEqual(`${os.tmpdir}`, os.tmpdir());
});

test('constants have the numbers of the system', () => {
  const { signals, errno, priority, dlopen } = os.constants;
  assert.deepStrictEqual([signals.SIGINT, signals.SIGKILL, signals.SIGTERM], [2, 9, 15]);
  assert.deepStrictEqual([errno.ENOENT, errno.EEXIST, errno.EINVAL], [2, 17, 22]);
  assert.deepStrictEqual([priority.PRIORITY_LOW, priority.PRIORITY_HIGHEST], [19, -20]);
  assert.strictEqual('RTLD_LAZY' in dlopen, !windows);
  assert.strictEqual(Object.getPrototypeOf(os.constants), null);
});

test('measures memory, load and processors', () => {
  assert.ok(os.totalmem() > os.freemem() && os.freemem() > 0);
  assert.ok(os.uptime() > 0);
  assert.strictEqual(os.loadavg().length, 3);
  const cpus = os.cpus();
  assert.ok(cpus.length > 0);
  assert.deepStrictEqual(Object.keys(cpus[0]), ['model', 'speed', 'times']);
  assert.deepStrictEqual(Object.keys(cpus[0].times), ['user', 'nice', 'sys', 'idle', 'irq']);
  for (const time of Object.values(cpus[0].times)) assert.ok(time >= 0);
});

test('every network interface has addresses with a prefix', () => {
  for (const list of Object.values(os.networkInterfaces())) {
    for (const { address, netmask, family, mac, cidr, scopeid } of list) {
      assert.strictEqual(family, address.includes(':') ? 'IPv6' : 'IPv4');
      assert.match(mac, /^([\da-f]{2}:){5}[\da-f]{2}$/);
      assert.strictEqual(typeof netmask, 'string');
      assert.ok(cidr === null || cidr.startsWith(`${address}/`));
      assert.strictEqual(scopeid === undefined, family === 'IPv4');
    }
  }
});

test('loopback is internal and 127.0.0.1/8', () => {
  const all = Object.values(os.networkInterfaces()).flat();
  const loopback = all.find((entry) => entry.address === '127.0.0.1');
  if (loopback === undefined) return;
  assert.deepStrictEqual([loopback.internal, loopback.cidr, loopback.netmask], [true, '127.0.0.1/8', '255.0.0.0']);
});

test('tmpdir and homedir follow the environment', () => {
  const saved = { ...process.env };
  const [tmp, home] = windows ? ['TEMP', 'USERPROFILE'] : ['TMPDIR', 'HOME'];
  process.env[tmp] = windows ? 'c:\\some\\' : '/some/';
  process.env[home] = 'elsewhere';
  assert.strictEqual(os.tmpdir(), windows ? 'c:\\some' : '/some');
  assert.strictEqual(os.homedir(), 'elsewhere');
  for (const name of [tmp, home]) {
    if (saved[name] === undefined) delete process.env[name];
    else process.env[name] = saved[name];
  }
});

test('userInfo speaks the asked encoding', () => {
  const info = os.userInfo();
  const raw = os.userInfo({ encoding: 'buffer' });
  assert.deepStrictEqual(Object.keys(info), ['uid', 'gid', 'username', 'homedir', 'shell']);
  assert.strictEqual(raw.username.toString(), info.username);
  assert.strictEqual(os.userInfo({ encoding: 'hex' }).homedir, raw.homedir.toString('hex'));
  if (windows) assert.deepStrictEqual([info.uid, info.gid, info.shell], [-1, -1, null]);
});

test('the priority of a process can be read and lowered', () => {
  const before = os.getPriority();
  assert.strictEqual(os.getPriority(process.pid), before);
  os.setPriority(os.constants.priority.PRIORITY_LOW);
  assert.strictEqual(os.getPriority(0), 19);
});

test('priorities are checked as Node checks them', () => {
  assert.throws(() => os.getPriority('a'), {
    code: 'ERR_INVALID_ARG_TYPE', message: 'The "pid" argument must be of type number. Received type string (\'a\')',
  });
  assert.throws(() => os.setPriority(0, 20), {
    code: 'ERR_OUT_OF_RANGE',
    message: 'The value of "priority" is out of range. It must be >= -20 && <= 19. Received 20',
  });
  assert.throws(() => os.getPriority(2 ** 31), { code: 'ERR_OUT_OF_RANGE' });
});

test('a process that does not exist is a SystemError', () => {
  assert.throws(() => os.getPriority(2 ** 31 - 8), (error) => {
    assert.strictEqual(error.name, 'SystemError');
    assert.strictEqual(error.code, 'ERR_SYSTEM_ERROR');
    assert.strictEqual(error.syscall, 'uv_os_getpriority');
    assert.strictEqual(error.info.code, 'ESRCH');
    assert.match(error.message, /^A system error occurred: uv_os_getpriority returned ESRCH \(no such process\)$/);
    return true;
  });
});
