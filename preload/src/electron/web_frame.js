'use strict';

const { encode, decode } = require('../codec');
const { omitted } = require('./omitted');

const ZOOM = '-kaon-zoom';
const EXECUTE = '-kaon-execute';
/** A zoom level is a power of this. */
const STEP = 1.2;

const OMITTED = [
  'setSpellCheckProvider', 'executeJavaScriptInIsolatedWorld', 'setIsolatedWorldInfo', 'getResourceUsage', 'clearCache',
  'getFrameForSelector', 'findFrameByName', 'findFrameByRoutingId', 'getWordSuggestions', 'isWordMisspelled',
];

/**
 * @param {object} link
 * @param {(code: string) => unknown} evaluate runs code in the page's world
 * @param {number} zoomFactor
 */
module.exports = function createWebFrame(link, evaluate, zoomFactor) {
  const sheets = new Map();
  let last = 0;

  async function run(code) {
    try {
      return await evaluate(code);
    } catch (error) {
      if (error?.name !== 'EvalError') throw error;
      // The page's policy forbids it to itself, but not to the application.
      return decode(await link.invoke(EXECUTE, encode([code])));
    }
  }

  const webFrame = {
    setZoomFactor(factor) {
      if (!(factor > 0)) throw new TypeError("'zoomFactor' must be a double greater than 0.0");
      zoomFactor = factor;
      link.send(ZOOM, encode([factor]));
    },
    getZoomFactor: () => zoomFactor,
    setZoomLevel: (level) => webFrame.setZoomFactor(STEP ** level),
    getZoomLevel: () => Math.log(zoomFactor) / Math.log(STEP),
    /** Pinching is the platform's here and not limited. */
    setVisualZoomLevelLimits: omitted('webFrame.setVisualZoomLevelLimits'),

    insertCSS(css) {
      const sheet = new window.CSSStyleSheet();
      sheet.replaceSync(css);
      const key = String(++last);
      sheets.set(key, sheet);
      window.document.adoptedStyleSheets = [...window.document.adoptedStyleSheets, sheet];
      return key;
    },
    removeInsertedCSS(key) {
      const gone = sheets.get(key);
      sheets.delete(key);
      window.document.adoptedStyleSheets = [...window.document.adoptedStyleSheets].filter((sheet) => sheet !== gone);
    },

    executeJavaScript(code, userGesture, callback) {
      const done = typeof userGesture === 'function' ? userGesture : callback;
      const result = run(String(code));
      if (typeof done === 'function') result.then((value) => done(value, undefined), (error) => done(undefined, error));
      return result;
    },

    insertText: (text) => window.document.execCommand('insertText', false, text),
    getWebFrameId: () => 1,
    routingId: 1,
    isWordMisspelled: omitted('webFrame.isWordMisspelled'),
    top: null,
    parent: null,
    opener: null,
    firstChild: null,
    nextSibling: null,
  };
  for (const name of OMITTED) webFrame[name] = omitted(`webFrame.${name}`);
  webFrame.top = webFrame;

  const own = { __proto__: null, [ZOOM]: (factor) => (zoomFactor = factor) };
  return { webFrame, own };
};
