'use strict';

const { codes } = require('internal/errors');

// What only some systems have. There Kaon lacks it and says so; elsewhere it does nothing, as in Electron.
const ONLY = [
  { on: ['win32'], name: 'setOverlayIcon' },
  { on: ['win32'], name: 'setThumbarButtons', result: false },
  { on: ['win32'], name: 'setBackgroundMaterial' },
  { on: ['win32'], name: 'isTabletMode', result: false },
  { on: ['darwin'], name: 'setVibrancy' },
  { on: ['darwin'], name: 'setTouchBar' },
  { on: ['darwin'], name: 'setSheetOffset' },
  { on: ['darwin'], name: 'previewFile' },
  { on: ['darwin'], name: 'closeFilePreview' },
  { on: ['darwin'], name: 'setSimpleFullScreen' },
  { on: ['darwin'], name: 'isSimpleFullScreen', result: false },
  { on: ['win32', 'linux'], name: 'setShape' },
];
const ABSENT_ON = {
  win32: ['isSnapped', 'hookWindowMessage', 'isWindowMessageHooked', 'unhookWindowMessage', 'unhookAllWindowMessages',
    'setThumbnailClip', 'setThumbnailToolTip', 'setAppDetails', 'setAccentColor', 'getAccentColor', 'setTitleBarOverlay'],
  linux: ['setTitleBarOverlay'],
  darwin: ['invalidateShadow', 'setAutoHideCursor', 'isHiddenInMissionControl', 'setHiddenInMissionControl', 'selectPreviousTab',
    'selectNextTab', 'showAllTabs', 'mergeAllWindows', 'moveTabToNewWindow', 'toggleTabBar', 'addTabbedWindow',
    'setWindowButtonVisibility', 'setWindowButtonPosition', 'getWindowButtonPosition'],
};

/** Part of `BaseWindow`: what differs between systems. */
class Systems {}

for (const { on, name, result } of ONLY) {
  const method = function () {
    if (on.includes(process.platform)) throw new codes.ERR_NOT_SUPPORTED(`BrowserWindow.${name}`);
    return result;
  };
  Object.defineProperty(method, 'name', { value: name });
  Object.defineProperty(Systems.prototype, name, { value: method, writable: true });
}

const ABSENT = ['moveAbove', 'getNativeWindowHandle', 'getMediaSourceId', 'setContentView', 'getContentView'];

module.exports = { Systems, absent: [...ABSENT, ...(ABSENT_ON[process.platform] ?? [])] };
