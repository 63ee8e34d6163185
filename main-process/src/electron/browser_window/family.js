'use strict';

const host = require('internal/host');
const { kState } = require('electron/native_object');

/** Part of `BaseWindow`: parents and children. */
class Family {
  getParentWindow() {
    return this[kState].parent;
  }

  setParentWindow(parent) {
    const state = this[kState];
    if (this.isModal()) throw new TypeError('Can not be called for modal window');
    const { BaseWindow } = require('./base_window');
    if (parent !== null && !(parent instanceof BaseWindow)) throw new TypeError('Must pass BaseWindow instance or null');
    state.parent?.[kState]?.children.delete(this);
    state.parent = parent;
    parent?.[kState].children.add(this);
    host.tell({ window: { setParent: { id: this.id, parent: parent?.id ?? null } } });
  }

  getChildWindows() {
    return [...this[kState].children];
  }

  isModal() {
    return this[kState].modal;
  }
}

module.exports = Family;
