'use strict';

const isSeparator = (code) => code === 47 || code === 92;

const isLetter = (code) => (code >= 65 && code <= 90) || (code >= 97 && code <= 122);

const hasDrive = (path) => path.length > 1 && path.charCodeAt(1) === 58 && isLetter(path.charCodeAt(0));

const partEnd = (path, at) => {
  while (at < path.length && !isSeparator(path.charCodeAt(at))) at++;
  return at;
};

const separatorsEnd = (path, at) => {
  while (at < path.length && isSeparator(path.charCodeAt(at))) at++;
  return at;
};

// `\\host\share`: both parts and where the second one ends, or null.
const uncOf = (path) => {
  if (!isSeparator(path.charCodeAt(0)) || !isSeparator(path.charCodeAt(1))) return null;
  const hostEnd = partEnd(path, 2);
  const shareStart = separatorsEnd(path, hostEnd);
  const end = partEnd(path, shareStart);
  if (hostEnd === 2 || end === shareStart) return null;
  return { host: path.slice(2, hostEnd), share: path.slice(shareStart, end), end };
};

// What a path starts from: a device ('' when none), how long that is in the path, and whether a root follows.
const rootOf = (path) => {
  if (isSeparator(path.charCodeAt(0))) {
    const unc = uncOf(path);
    if (!unc) return { device: '', end: 1, absolute: true, unc: false };
    if (unc.host === '.' || unc.host === '?') {
      return { device: `\\\\${unc.host}`, end: 4, absolute: true, unc: false };
    }
    return { device: `\\\\${unc.host}\\${unc.share}`, end: unc.end, absolute: true, unc: true };
  }
  if (!hasDrive(path)) return { device: '', end: 0, absolute: false, unc: false };
  const absolute = isSeparator(path.charCodeAt(2));
  return { device: path.slice(0, 2), end: absolute ? 3 : 2, absolute, unc: false };
};

// How much of the path, as it is written, dirname() and parse() never cut. A share takes its separator along.
const rootLength = (path) => {
  if (isSeparator(path.charCodeAt(0))) {
    const unc = uncOf(path);
    return unc ? Math.min(unc.end + 1, path.length) : 1;
  }
  if (!hasDrive(path)) return 0;
  return isSeparator(path.charCodeAt(2)) ? 3 : 2;
};

module.exports = { isSeparator, hasDrive, uncOf, rootOf, rootLength };
