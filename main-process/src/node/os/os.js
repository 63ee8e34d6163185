'use strict';

const { codes, uvErrmapGet } = require('internal/errors');
const { validateInt32 } = require('internal/validators');
const { platform: name, arch: architecture, isWindows } = require('internal/platform');

const EOL = isWindows ? '\r\n' : '\n';
const devNull = isWindows ? '\\\\.\\nul' : '/dev/null';

/** Runs a native call; its failure becomes the SystemError that Node makes of it. */
function checked(call) {
  try {
    return call();
  } catch (error) {
    if (error.syscall === undefined) throw error;
    const { errno, code, syscall } = error;
    const message = uvErrmapGet(errno)?.[1] ?? error.message;
    throw new codes.ERR_SYSTEM_ERROR({ errno, code, message, syscall });
  }
}

const platform = () => name;
const arch = () => architecture;
const endianness = () => native.endianness;
const type = () => native.type;
const release = () => native.release();
const version = () => native.version();
const machine = () => native.machine();
const hostname = () => checked(() => native.hostname());
const uptime = () => checked(() => native.uptime());
const freemem = () => native.freemem();
const totalmem = () => native.totalmem();
const availableParallelism = () => native.availableParallelism();
const loadavg = () => native.loadavg();

function homedir() {
  const own = process.env[isWindows ? 'USERPROFILE' : 'HOME'];
  return own !== undefined && (own !== '' || !isWindows) ? own : checked(() => native.homedir());
}

function tmpdir() {
  const { env } = process;
  if (isWindows) {
    const path = env.TEMP || env.TMP || `${env.SystemRoot || env.windir}\\temp`;
    return path.length > 1 && path.endsWith('\\') && !path.endsWith(':\\') ? path.slice(0, -1) : path;
  }
  const path = env.TMPDIR || env.TMP || env.TEMP || '/tmp';
  return path.length > 1 && path.endsWith('/') ? path.slice(0, -1) : path;
}

function cpus() {
  return native.cpus().map(([model, speed, [user, nice, sys, idle, irq]]) => ({
    model, speed, times: { user, nice, sys, idle, irq },
  }));
}

function networkInterfaces() {
  const found = {};
  for (const [name, address, netmask, family, mac, internal, prefix, scopeid] of checked(() => native.networkInterfaces())) {
    const cidr = prefix < 0 ? null : `${address}/${prefix}`;
    const entry = { address, netmask, family, mac, internal, cidr };
    if (family === 'IPv6') entry.scopeid = scopeid;
    (found[name] ??= []).push(entry);
  }
  return found;
}

function userInfo(options) {
  const [uid, gid, ...texts] = checked(() => native.userInfo());
  const { Buffer } = require('node/buffer');
  const encoding = options?.encoding;
  const encode = (bytes) => {
    if (bytes === null || bytes === undefined) return null;
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    if (encoding === 'buffer') return buffer;
    return buffer.toString(Buffer.isEncoding(encoding) ? encoding : 'utf8');
  };
  const [username, homedir, shell] = texts.map(encode);
  return { __proto__: null, uid, gid, username, homedir, shell };
}

function getPriority(pid) {
  if (pid === undefined) pid = 0;
  else validateInt32(pid, 'pid');
  return checked(() => native.getPriority(pid));
}

function setPriority(pid, priority) {
  if (priority === undefined) {
    priority = pid;
    pid = 0;
  }
  validateInt32(pid, 'pid');
  validateInt32(priority, 'priority', -20, 19);
  checked(() => native.setPriority(pid, priority));
}

module.exports = {
  arch,
  availableParallelism,
  cpus,
  endianness,
  freemem,
  getPriority,
  homedir,
  hostname,
  loadavg,
  networkInterfaces,
  platform,
  release,
  setPriority,
  tmpdir,
  totalmem,
  type,
  userInfo,
  uptime,
  version,
  machine,
};

for (const get of [
  arch, availableParallelism, endianness, freemem, homedir, hostname, platform, release, tmpdir, totalmem, type, uptime, version, machine,
]) {
  get[Symbol.toPrimitive] = () => get();
}

const table = (entries) => Object.assign(Object.create(null), entries);

const constants = table({
  UV_UDP_REUSEADDR: 4,
  dlopen: table(native.constants.dlopen),
  errno: table(native.constants.errno),
  signals: table(native.constants.signals),
  priority: table({
    PRIORITY_LOW: 19,
    PRIORITY_BELOW_NORMAL: 10,
    PRIORITY_NORMAL: 0,
    PRIORITY_ABOVE_NORMAL: -7,
    PRIORITY_HIGH: -14,
    PRIORITY_HIGHEST: -20,
  }),
});
Object.freeze(constants.signals);

Object.defineProperties(module.exports, {
  constants: { value: constants, enumerable: true, configurable: false },
  EOL: { value: EOL, enumerable: true, configurable: true, writable: false },
  devNull: { value: devNull, enumerable: true, configurable: true, writable: false },
});
