'use strict';

const createSync = require('./sync');

/**
 * For views that have a binding without replies: the page calls `kaonPost(batch)`, the shell `__kaonDeliver(batch)`.
 * @param {{ token: string }} config
 */
module.exports = function createTransport({ token }) {
  const post = window.kaonPost;
  const arrived = [];
  let waiting;

  const deliver = (batch) => {
    if (waiting === undefined) return void arrived.push(batch);
    const resolve = waiting;
    waiting = undefined;
    resolve(batch);
  };
  Object.defineProperty(window, '__kaonDeliver', { value: deliver });

  return {
    /** @param {string} batch */
    post: (batch) => post(`P${batch}`),
    /** @returns {Promise<string>} */
    poll: () => new Promise((resolve) => {
      if (arrived.length > 0) resolve(arrived.splice(0, 1)[0]);
      else waiting = resolve;
    }),
    // WebView2 knows no other schemes: what a host of this name is asked, the shell answers.
    sync: createSync(token, 'https://kaon-sync.ipc/'),
  };
};
