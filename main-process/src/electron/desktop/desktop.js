'use strict';

const host = require('internal/host');
const { codes } = require('internal/errors');

/** The shell's errors as Electron gives them: a plain message. */
async function ask(command) {
  try {
    return await host.ask({ desktop: command });
  } catch (error) {
    throw new Error(error.message);
  }
}

function urlOf(url) {
  try {
    return new URL(String(url)).href;
  } catch {
    throw new TypeError(`Error processing argument at index 0, conversion failure from ${String(url)}`);
  }
}

function pathOf(path) {
  if (typeof path !== 'string') throw new TypeError(`Error processing argument at index 0, conversion failure from ${String(path)}`);
  return path;
}

async function openPath(path) {
  try {
    return (await ask({ openPath: { path } })) ?? '';
  } catch (error) {
    return error.message;
  }
}

const shell = {
  openExternal(url) {
    const address = urlOf(url);
    return ask({ openExternal: { url: address } }).then(() => undefined);
  },
  openPath(path) {
    return openPath(pathOf(path));
  },
  showItemInFolder(path) {
    host.tell({ desktop: { showItemInFolder: { path: pathOf(path) } } });
  },
  trashItem(path) {
    const file = pathOf(path);
    return ask({ trashItem: { path: file } }).then(() => undefined);
  },
  beep() {
    host.tell({ desktop: 'beep' });
  },
};

if (process.platform === 'win32') {
  for (const name of ['readShortcutLink', 'writeShortcutLink']) {
    shell[name] = () => {
      throw new codes.ERR_NOT_SUPPORTED(`shell.${name}`);
    };
  }
}

module.exports = shell;
