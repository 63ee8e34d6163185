'use strict';

/** What Electron says of an argument that is not what it has to be. */
function conversionFailure(index, value) {
  let text;
  try {
    text = String(value);
  } catch {
    text = typeof value;
  }
  return new TypeError(`Error processing argument at index ${index}, conversion failure from ${text}`);
}

/** A whole number of pixels; fractions, which Electron refuses, are rounded. */
function pixels(value, index = 0) {
  if (typeof value !== 'number' || !Number.isFinite(value)) throw conversionFailure(index, value);
  return Math.round(value);
}

const length = (value, index) => Math.max(0, pixels(value, index));

/** Those of `x`, `y`, `width` and `height` that are there. */
function placement(bounds) {
  if (typeof bounds !== 'object' || bounds === null) throw conversionFailure(0, bounds);
  const found = {};
  for (const name of ['x', 'y', 'width', 'height']) {
    if (bounds[name] === undefined) continue;
    const value = typeof bounds[name] === 'number' && Number.isFinite(bounds[name]) ? Math.round(bounds[name]) : null;
    if (value === null) throw conversionFailure(0, bounds);
    found[name] = name === 'width' || name === 'height' ? Math.max(0, value) : value;
  }
  return found;
}

module.exports = { conversionFailure, pixels, length, placement };
