'use strict';

const state = { hardware: true };

function beforeReady(app, name) {
  if (app.isReady()) throw new Error(`app.${name}() can only be called before app is ready`);
}

/** Part of `app`: switches of Chromium's that the system's own web view decides for itself. */
class Rendering {
  // The shell leaves it to the web view whether there is a GPU; what was asked for is remembered and answered.
  disableHardwareAcceleration() {
    beforeReady(this, 'disableHardwareAcceleration');
    state.hardware = false;
    require('./command_line').appendSwitch('disable-gpu');
  }

  isHardwareAccelerationEnabled() {
    return state.hardware;
  }

  disableDomainBlockingFor3DAPIs() {
    beforeReady(this, 'disableDomainBlockingFor3DAPIs');
  }

  enableSandbox() {
    beforeReady(this, 'enableSandbox');
    require('./command_line').appendSwitch('enable-sandbox');
  }
}

module.exports = Rendering;
