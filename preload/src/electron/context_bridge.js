'use strict';

const { omitted } = require('./omitted');

const MAIN_WORLD = 0;

/** @param {object | undefined} page the bridge to the page's world; undefined where the preload runs in it */
module.exports = function createContextBridge(page) {
  function far() {
    if (page === undefined) throw new Error('contextBridge API can only be used when contextIsolation is enabled');
    return page;
  }

  const exposeInMainWorld = (name, api) => {
    if (typeof name !== 'string') {
      throw new TypeError(`Error processing argument at index 0, conversion failure from ${String(name)}`);
    }
    far().ask('expose', name, api);
  };

  return {
    exposeInMainWorld,
    exposeInIsolatedWorld(world, name, api) {
      if (world !== MAIN_WORLD) omitted('contextBridge.exposeInIsolatedWorld')();
      exposeInMainWorld(name, api);
    },
    executeInMainWorld({ func, args = [] }) {
      if (typeof func !== 'function') throw new TypeError('func must be a function');
      return far().ask('run', String(func), args);
    },
  };
};
