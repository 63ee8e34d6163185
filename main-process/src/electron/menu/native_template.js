'use strict';

const { source } = require('electron/native_image');
const roles = require('./roles');

// How the shell calls what it has; headers and palettes exist on macOS only and are plain items elsewhere.
const KINDS = { header: 'normal', palette: 'submenu' };

function iconOf(item) {
  try {
    return item.icon ? source(item.icon) : null;
  } catch {
    return null;
  }
}

function nativeItem(item) {
  return {
    id: item.commandId,
    type: KINDS[item.type] ?? item.type,
    label: String(item.label ?? ''),
    accelerator: item.accelerator === null ? null : String(item.accelerator),
    registerAccelerator: Boolean(item.registerAccelerator),
    enabled: Boolean(item.enabled),
    visible: Boolean(item.visible),
    checked: Boolean(item.checked),
    role: roles.nativeRole(item.role),
    icon: iconOf(item),
    submenu: item.submenu ? nativeTemplate(item.submenu) : null,
  };
}

/** A menu as the shell takes it. */
function nativeTemplate(menu) {
  menu.settleRadios();
  return menu.items.map(nativeItem);
}

module.exports = { nativeTemplate };
