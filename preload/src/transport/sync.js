'use strict';

/**
 * A request that the page waits for. The token goes where neither the page's list of resources nor a preflight sees it.
 * @param {string} token @returns {(text: string) => string}
 */
module.exports = function createSync(token) {
  const { XMLHttpRequest } = window;
  return (text) => {
    const request = new XMLHttpRequest();
    request.open('POST', `kaon-sync://ipc/${token}`, false);
    request.setRequestHeader('Content-Type', 'text/plain');
    request.send(text);
    if (request.status !== 200) throw new Error('The main process does not answer');
    return request.responseText;
  };
};
