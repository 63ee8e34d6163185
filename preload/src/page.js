'use strict';

// The page's world: what the isolated world exposes appears here, and without context isolation the preload scripts run here.

const p = require('./bridge/primitives');
const { accept } = require('./bridge/port');
const services = require('./bridge/expose');

function isolated(config) {
  accept(config.key, services, () => {});
}

/** Preload scripts follow as scripts of their own and call the hook, before or after the worlds have met. */
function shared(config) {
  const createEnvironment = require('./environment');
  const scripts = [];
  let environment;

  function next() {
    while (environment !== undefined && scripts.length > 0) scripts.splice(0, 1)[0]();
  }

  let parsed = false;
  const hook = (path, body) => {
    parsed = true;
    scripts.push(() => environment.run(path, body));
    next();
  };
  /** After each preload script: one with a syntax error did not call the hook. */
  hook.end = (path) => {
    if (!parsed) scripts.push(() => environment.fail(path, new SyntaxError('The script could not be parsed')));
    parsed = false;
    next();
  };
  hook.finish = () => {
    delete window[config.key];
    scripts.push(() => environment.finish());
    next();
  };
  Object.defineProperty(window, config.key, { value: hook, configurable: true });

  accept(config.key, services, (side) => {
    const far = (name) => (...args) => side.ask(name, ...args);
    const link = { __proto__: null };
    for (const name of ['send', 'invoke', 'sync', 'preloadFailed', 'ready']) link[name] = far(name);
    environment = createEnvironment(config, link, { evaluate: (code) => (0, p.evaluate)(code) });
    side.ask('listen', environment.hear);
    next();
  });
}

/** @param {object} config */
exports.start = (config) => {
  if (config.contextIsolation) isolated(config);
  else shared(config);
};
