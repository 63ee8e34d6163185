'use strict';

/**
 * The scripts' own `require`: the parts of a composed script by name, each run once, when first asked for.
 * @param {Record<string, Function>} parts
 * @param {object} window the world that the parts live in
 */
module.exports = function createLoader(parts, window) {
  const loaded = { __proto__: null };

  function resolve(from, path) {
    const names = from.split('/').slice(0, -1);
    for (const name of path.split('/')) {
      if (name === '..') names.pop();
      else if (name !== '.') names.push(name);
    }
    return names.join('/');
  }

  return function load(name) {
    if (loaded[name] !== undefined) return loaded[name].exports;
    const module = (loaded[name] = { exports: {} });
    parts[name](module.exports, (path) => load(resolve(name, path)), module, window);
    return module.exports;
  };
};
