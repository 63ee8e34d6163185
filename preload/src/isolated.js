'use strict';

// The isolated world: it alone reaches the main process, whatever world the preload script runs in.

const { offer } = require('./bridge/port');
const createLink = require('./link');
const createTransport = require('./transport/own');

/** The parameters of a preload script's function; `composed` in lib.rs writes the same. */
const PARAMETERS = 'exports, require, module, __filename, __dirname, process, Buffer, global, setImmediate, clearImmediate';

function isolated(config, link) {
  const createEnvironment = require('./environment');
  let started = false;

  function start(page) {
    if (started) return;
    started = true;
    const evaluate = (code) => page.ask('evaluate', code);
    const { run, fail, finish, hear } = createEnvironment(config, link, { page, evaluate });
    link.start(hear);
    for (const { path, source } of config.preloads) {
      try {
        run(path, (0, window.eval)(`(function (${PARAMETERS}) { ${source.replace(/^#!.*/, '')}\n})\n//# sourceURL=${path}`));
      } catch (error) {
        fail(path, error);
      }
    }
    finish();
  }

  // The preload script waits for the page's half, so that what it exposes is there when it returns; both start
  // before any script of the page.
  offer(config.key, { __proto__: null }, start);
}

/** The preload script runs in the page's world and gets the link across the bridge. */
function shared(config, link) {
  let hear;
  const services = {
    __proto__: null,
    send: link.send,
    invoke: link.invoke,
    sync: link.sync,
    preloadFailed: link.preloadFailed,
    ready: link.ready,
    listen(handler) {
      hear = handler;
      link.start((channel, args) => hear(channel, args));
    },
  };
  offer(config.key, services, () => {});
}

/** @param {object} config */
exports.start = (config) => {
  // `document.open()` makes some views run these scripts again in the world that has them already.
  if (Object.hasOwn(window, config.key)) return;
  Object.defineProperty(window, config.key, { value: true });
  const link = createLink(createTransport(config));
  if (config.contextIsolation) isolated(config, link);
  else shared(config, link);
};
