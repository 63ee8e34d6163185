'use strict';

const host = require('internal/host');
const { kState } = require('electron/native_object');
const { length, pixels, placement } = require('./arguments');

const tell = (window, name, fields) => host.tell({ window: { [name]: { id: window.id, ...fields } } });

function place(window, bounds) {
  const { mirror } = window[kState];
  // Asking where the window is before moving it would wait for it; a whole set of bounds needs no asking.
  const whole = Object.keys(bounds).length === 4;
  if (whole || window[kState].settled) mirror.expect('bounds', whole ? bounds : { ...mirror.get('bounds'), ...bounds });
  else mirror.resize(bounds);
  tell(window, 'setBounds', { bounds });
}

/** Part of `BaseWindow`: where it is and how large. */
class Geometry {
  setBounds(bounds) {
    place(this, placement(bounds));
  }

  getBounds() {
    return { ...this[kState].mirror.get('bounds') };
  }

  getNormalBounds() {
    return { ...this[kState].mirror.normal() };
  }

  setSize(width, height) {
    place(this, { width: length(width, 0), height: length(height, 1) });
  }

  getSize() {
    const { width, height } = this[kState].mirror.size();
    return [width, height];
  }

  setPosition(x, y) {
    place(this, { x: pixels(x, 0), y: pixels(y, 1) });
  }

  getPosition() {
    const { x, y } = this[kState].mirror.get('bounds');
    return [x, y];
  }

  getContentBounds() {
    return { ...this[kState].mirror.get('content') };
  }

  setContentBounds(bounds) {
    const { x, y, width, height } = placement(bounds);
    const outer = this.getBounds();
    const inner = this.getContentBounds();
    if (width !== undefined || height !== undefined) this.setContentSize(width ?? inner.width, height ?? inner.height);
    if (x !== undefined && y !== undefined) this.setPosition(x - (inner.x - outer.x), y - (inner.y - outer.y));
  }

  getContentSize() {
    const { width, height } = this[kState].mirror.get('content');
    return [width, height];
  }

  setContentSize(width, height) {
    const { mirror, settled } = this[kState];
    const wanted = { width: length(width, 0), height: length(height, 1) };
    if (settled) mirror.expect('content', { ...mirror.get('content'), ...wanted });
    tell(this, 'setContentSize', wanted);
  }

  setMinimumSize(width, height) {
    this[kState].minimum = [length(width, 0), length(height, 1)];
    tell(this, 'setMinimumSize', { width: length(width, 0), height: length(height, 1) });
  }

  getMinimumSize() {
    return [...this[kState].minimum];
  }

  setMaximumSize(width, height) {
    this[kState].maximum = [length(width, 0), length(height, 1)];
    tell(this, 'setMaximumSize', { width: length(width, 0), height: length(height, 1) });
  }

  getMaximumSize() {
    return [...this[kState].maximum];
  }

  setAspectRatio(ratio) {
    tell(this, 'setAspectRatio', { ratio: Number(ratio) });
  }

  center() {
    tell(this, 'center');
  }

  moveTop() {
    tell(this, 'moveTop');
  }
}

module.exports = Geometry;
