'use strict';

// The kernel: compile(id), nativeOf(id), hook(name, function), publics.
const kernel = native;
// Plain tables: what applications do to Map's methods must not reach the scripts' own `require`.
const cache = Object.create(null);
const natives = Object.create(null);

const folderOf = (id) => id.split('/', 2).join('/');

function nativeOf(folder) {
  if (!(folder in natives)) natives[folder] = kernel.nativeOf(folder);
  return natives[folder];
}

/** Runs a built-in script once and returns what it exports. */
function load(id) {
  const known = cache[id];
  if (known !== undefined) return known.exports;
  const script = kernel.compile(id);
  const folder = folderOf(id);
  const unit = { exports: {} };
  cache[id] = unit;
  try {
    script(unit.exports, (name) => load(name.startsWith('./') ? `${folder}/${name.slice(2)}` : name), unit, nativeOf(folder));
  } catch (error) {
    delete cache[id];
    throw error;
  }
  return unit.exports;
}

load('internal/errors/prepare');
const builtins = load('internal/builtins');
builtins.setUp(kernel.publics, load);

const tasks = load('internal/task_queues');
const { triggerUncaught } = load('internal/fatal');
kernel.hook('runTicks', tasks.runTicks);
kernel.hook('rejection', tasks.onRejection);
kernel.hook('uncaught', (error) => triggerUncaught(error, 'uncaughtException'));

load('internal/globals').install(globalThis, load);

const entry = load('node/module/entry');
kernel.hook('beforeExit', entry.beforeExit);
kernel.hook('exit', entry.exit);
entry.run();
