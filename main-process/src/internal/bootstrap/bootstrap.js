'use strict';

// The kernel: compile(id), nativeOf(id), hook(name, function), publics.
const kernel = native;
const cache = new Map();
const natives = new Map();

const folderOf = (id) => id.split('/', 2).join('/');

function nativeOf(folder) {
  if (!natives.has(folder)) natives.set(folder, kernel.nativeOf(folder));
  return natives.get(folder);
}

/** Runs a built-in script once and returns what it exports. */
function load(id) {
  const known = cache.get(id);
  if (known !== undefined) return known.exports;
  const script = kernel.compile(id);
  const folder = folderOf(id);
  const unit = { exports: {} };
  cache.set(id, unit);
  try {
    script(unit.exports, (name) => load(name.startsWith('./') ? `${folder}/${name.slice(2)}` : name), unit, nativeOf(folder));
  } catch (error) {
    cache.delete(id);
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
