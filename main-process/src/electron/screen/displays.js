'use strict';

// What the shell does not tell and every application can do with: a desktop display as most are.
const UNKNOWN = {
  rotation: 0, touchSupport: 'unknown', monochrome: false, accelerometerSupport: 'unknown', colorSpace: '', colorDepth: 24,
  depthPerComponent: 8, displayFrequency: 60, detected: true, maximumCursorSize: { width: 0, height: 0 },
};

const sizeOf = ({ width, height }) => ({ width, height });

/** A display as Electron describes it. */
function describe({ id, label, bounds, workArea, scaleFactor }) {
  return {
    id, label, bounds, size: sizeOf(bounds), workArea, workAreaSize: sizeOf(workArea), scaleFactor, internal: false,
    nativeOrigin: { x: Math.round(bounds.x * scaleFactor), y: Math.round(bounds.y * scaleFactor) }, ...structuredClone(UNKNOWN),
  };
}

const outside = (value, start, length) => Math.max(start - value, 0, value - (start + length - 1));
const distance = ({ x, y, width, height }, point) => outside(point.x, x, width) ** 2 + outside(point.y, y, height) ** 2;

/** The display with a point, or else the nearest one. */
function nearest(displays, point) {
  return displays.reduce((best, display) => (distance(display.bounds, point) < distance(best.bounds, point) ? display : best));
}

const overlap = (a, aLength, b, bLength) => Math.max(0, Math.min(a + aLength, b + bLength) - Math.max(a, b));
const shared = (a, b) => overlap(a.x, a.width, b.x, b.width) * overlap(a.y, a.height, b.y, b.height);

/** The display that shows most of a rectangle; for one that none shows, the nearest. */
function matching(displays, rect) {
  const best = displays.reduce((found, display) => (shared(display.bounds, rect) > shared(found.bounds, rect) ? display : found));
  if (shared(best.bounds, rect) > 0) return best;
  return nearest(displays, { x: rect.x + rect.width / 2, y: rect.y + rect.height / 2 });
}

const same = (a, b) => JSON.stringify(a) === JSON.stringify(b);

/** Electron's words for what is different: `bounds`, `workArea`, `scaleFactor`. */
const metrics = (before, after) => ['bounds', 'workArea', 'scaleFactor'].filter((name) => !same(before[name], after[name]));

module.exports = { describe, nearest, matching, metrics };
