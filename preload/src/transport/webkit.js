'use strict';

const createSync = require('./sync');

/**
 * Script messages with a reply, as WebKitGTK and WKWebView have them: `P` + batch is sent, `?` waits for what is there.
 * @param {{ token: string }} config
 */
module.exports = function createTransport({ token }) {
  const handler = window.webkit.messageHandlers.kaon;
  return {
    /** @param {string} batch */
    post(batch) {
      handler.postMessage(`P${batch}`).catch(() => {
        // The window is going away; whoever waits for an answer goes with it.
      });
    },
    /** @returns {Promise<string>} a batch, or '' once the other end is closed */
    poll: () => handler.postMessage('?'),
    sync: createSync(token),
  };
};
