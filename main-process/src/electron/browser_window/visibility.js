'use strict';

const host = require('internal/host');
const { emit, kState } = require('electron/native_object');

const tell = (window, name, fields) => host.tell({ window: { [name]: { id: window.id, ...fields } } });
const expect = (window, field, value) => window[kState].mirror.expect(field, value);
const is = (window, field) => window[kState].mirror.get(field);

function appear(window, command) {
  expect(window, 'visible', true);
  tell(window, command);
  emit(window, 'show');
}

/** Part of `BaseWindow`: whether and how it is seen. */
class Visibility {
  show() {
    appear(this, 'show');
  }

  showInactive() {
    if (!this.isModal()) appear(this, 'showInactive');
  }

  hide() {
    expect(this, 'visible', false);
    tell(this, 'hide');
    emit(this, 'hide');
  }

  isVisible() {
    return is(this, 'visible');
  }

  focus() {
    if (this.isVisible()) tell(this, 'focus');
  }

  blur() {
    if (this.isVisible()) tell(this, 'blur');
  }

  isFocused() {
    return is(this, 'focused');
  }

  maximize() {
    expect(this, 'maximized', true);
    const hidden = !this.isVisible();
    if (hidden) expect(this, 'visible', true);
    tell(this, 'maximize');
    if (hidden) emit(this, 'show');
  }

  unmaximize() {
    expect(this, 'maximized', false);
    tell(this, 'unmaximize');
  }

  isMaximized() {
    return is(this, 'maximized');
  }

  minimize() {
    expect(this, 'minimized', true);
    tell(this, 'minimize');
  }

  restore() {
    expect(this, 'minimized', false);
    tell(this, 'restore');
  }

  isMinimized() {
    return is(this, 'minimized');
  }

  isNormal() {
    return this[kState].mirror.isNormal;
  }

  setFullScreen(flag) {
    if (!this.isFullScreenable()) return;
    expect(this, 'fullScreen', Boolean(flag));
    tell(this, 'setFullScreen', { flag: Boolean(flag) });
  }

  isFullScreen() {
    return is(this, 'fullScreen');
  }

  setKiosk(flag) {
    this[kState].flags.kiosk = Boolean(flag);
    expect(this, 'fullScreen', Boolean(flag));
    tell(this, 'setKiosk', { flag: Boolean(flag) });
  }

  isKiosk() {
    return this[kState].flags.kiosk;
  }

  setAlwaysOnTop(flag) {
    const { flags } = this[kState];
    const changed = flags.alwaysOnTop !== Boolean(flag);
    flags.alwaysOnTop = Boolean(flag);
    tell(this, 'setAlwaysOnTop', { flag: flags.alwaysOnTop });
    if (changed) emit(this, 'always-on-top-changed', flags.alwaysOnTop);
  }

  isAlwaysOnTop() {
    return this[kState].flags.alwaysOnTop;
  }

  flashFrame(flag) {
    tell(this, 'flashFrame', { flag: Boolean(flag) });
  }

  setIgnoreMouseEvents(ignore) {
    tell(this, 'setIgnoreMouseEvents', { flag: Boolean(ignore) });
  }
}

module.exports = Visibility;
