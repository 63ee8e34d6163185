'use strict';

const { encode } = require('./codec');
const { toText } = require('./wire');

/**
 * Runs code for the main process. @param {() => unknown} run
 * @returns {Promise<string>} `V` and a value, or `E` and an error, as codec bytes in base64; `F` alone if the page's
 * policy forbids to evaluate text
 */
exports.execute = async (run) => {
  try {
    return `V${toText(encode(await run()))}`;
  } catch (error) {
    if (error instanceof EvalError) return 'F';
    return `E${toText(encode(error instanceof Error ? error : new Error(String(error))))}`;
  }
};
