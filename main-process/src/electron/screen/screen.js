'use strict';

const { EventEmitter } = require('node/events');
const host = require('internal/host');
const { emit } = require('electron/native_object');
const { describe, nearest, matching, metrics } = require('./displays');

class Screen extends EventEmitter {
  #displays = null;

  constructor() {
    super();
    host.on('screen', ({ changed }) => {
      if (changed) this.#changed(changed.displays);
    });
  }

  #known() {
    this.#displays ??= host.askSync({ screen: 'getDisplays' });
    return this.#displays;
  }

  #changed(displays) {
    const before = this.#displays ?? displays;
    this.#displays = displays;
    const byId = new Map(before.map((display) => [display.id, display]));
    for (const display of displays) {
      const known = byId.get(display.id);
      byId.delete(display.id);
      if (known === undefined) emit(this, 'display-added', describe(display));
      else if (metrics(known, display).length > 0) emit(this, 'display-metrics-changed', describe(display), metrics(known, display));
    }
    for (const gone of byId.values()) emit(this, 'display-removed', describe(gone));
  }

  getCursorScreenPoint() {
    const { x, y } = host.askSync({ screen: 'getCursorPoint' });
    return { x, y };
  }

  getPrimaryDisplay() {
    const displays = this.#known();
    return describe(displays.find((display) => display.primary) ?? displays[0]);
  }

  getAllDisplays() {
    return this.#known().map(describe);
  }

  getDisplayNearestPoint(point) {
    return describe(nearest(this.#known(), { x: Number(point.x), y: Number(point.y) }));
  }

  getDisplayMatching(rect) {
    return describe(matching(this.#known(), rect));
  }

  dipToScreenPoint(point) {
    const { scaleFactor } = nearest(this.#known(), point);
    return { x: Math.round(point.x * scaleFactor), y: Math.round(point.y * scaleFactor) };
  }

  screenToDipPoint(point) {
    const found = this.#known().find(({ bounds, scaleFactor }) => {
      const { x, y } = { x: point.x / scaleFactor, y: point.y / scaleFactor };
      return x >= bounds.x && x < bounds.x + bounds.width && y >= bounds.y && y < bounds.y + bounds.height;
    });
    const { scaleFactor } = found ?? this.#known()[0];
    return { x: point.x / scaleFactor, y: point.y / scaleFactor };
  }
}

let screen;

function created() {
  if (screen !== undefined) return screen;
  if (!require('electron/app').isReady()) throw new Error("The 'screen' module can't be used before the app 'ready' event");
  screen = new Screen();
  return screen;
}

/** Only its use needs a display, not its mention. */
module.exports = new Proxy({}, {
  get(_, name) {
    const value = created()[name];
    return typeof value === 'function' ? value.bind(created()) : value;
  },
  set: (_, name, value) => Reflect.set(created(), name, value),
  has: (_, name) => name in created(),
  ownKeys: () => Reflect.ownKeys(created()),
  getOwnPropertyDescriptor(_, name) {
    const found = Reflect.getOwnPropertyDescriptor(created(), name);
    return found && { ...found, configurable: true };
  },
  getPrototypeOf: () => EventEmitter.prototype,
});
