'use strict';

const { platform, arch, version } = native;

module.exports = { platform, arch, version, isWindows: platform === 'win32', isMac: platform === 'darwin' };
