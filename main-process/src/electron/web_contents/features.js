'use strict';

const NUMBERS = new Set([
  'top', 'left', 'innerWidth', 'innerHeight', 'x', 'y', 'width', 'height', 'minWidth', 'minHeight', 'maxWidth', 'maxHeight', 'opacity',
]);
const PREFERENCES = ['zoomFactor', 'nodeIntegration', 'javascript', 'contextIsolation', 'webviewTag'];
// What a page may ask for of its window; all of it is looks, nothing reaches a file or the network.
const OPTIONS = new Set([
  ...NUMBERS, 'show', 'center', 'useContentSize', 'frame', 'transparent', 'hasShadow', 'movable', 'closable', 'focusable',
  'minimizable', 'maximizable', 'fullscreenable', 'alwaysOnTop', 'skipTaskbar', 'modal', 'acceptFirstMouse', 'autoHideMenuBar',
  'enableLargerThanScreen', 'paintWhenInitiallyHidden', 'roundedCorners', 'thickFrame', 'disableAutoHideCursor',
  'hiddenInMissionControl', 'title', 'backgroundColor', 'tabbingIdentifier', 'titleBarStyle', 'vibrancy', 'visualEffectState',
  'backgroundMaterial',
]);
const WORDS = { true: true, 1: true, yes: true, false: false, 0: false, no: false };

function valueOf(name, text) {
  if (NUMBERS.has(name)) return parseInt(text, 10);
  if (text === undefined) return true;
  return Object.hasOwn(WORDS, text) ? WORDS[text] : text;
}

/** `window.open`'s third argument as options of a window and preferences of its page. */
function parseFeatures(features) {
  const options = {};
  const webPreferences = {};
  for (const feature of features.split(',')) {
    const [name, text] = feature.split('=').map((part) => part.trim());
    if (name === '') continue;
    if (PREFERENCES.includes(name)) webPreferences[name] = valueOf(name, text);
    else if (OPTIONS.has(name)) options[name] = valueOf(name, text);
  }
  if (options.left !== undefined) options.x = options.left;
  if (options.top !== undefined) options.y = options.top;
  return { options, webPreferences };
}

module.exports = { parseFeatures };
