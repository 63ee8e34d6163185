'use strict';

const { emit } = require('electron/native_object');

let held = false;
const early = [];

function secondInstance(app, json) {
  const { argv, cwd, data } = JSON.parse(json);
  emit(app, 'second-instance', argv, cwd, data);
}

/** A second start is heard of by an application that is ready, never before. */
function receive(app, json) {
  if (app.isReady()) secondInstance(app, json);
  else early.push(json);
}

function flush(app) {
  for (const json of early.splice(0)) secondInstance(app, json);
}

/** Part of `app`: one running instance for each user data folder. */
class SingleInstance {
  requestSingleInstanceLock(additionalData) {
    if (held) return true;
    const folder = this.getPath('userData');
    require('node/fs').mkdirSync(folder, { recursive: true });
    const message = JSON.stringify({ argv: process.argv, cwd: process.cwd(), data: additionalData ?? null });
    held = native.lock(folder, message, (json) => receive(this, json));
    if (held) this.once('ready', () => flush(this));
    return held;
  }

  hasSingleInstanceLock() {
    return held;
  }

  releaseSingleInstanceLock() {
    if (!held) return;
    held = false;
    native.unlock();
  }
}

module.exports = SingleInstance;
