'use strict';

const host = require('internal/host');
const { codes } = require('internal/errors');
const { kState } = require('electron/native_object');
const { Buffer } = require('node/buffer');

// In inches, as `printToPDF` takes them; source: Electron's page on `webContents.printToPDF`.
const PAPER = {
  a0: [33.1, 46.8], a1: [23.4, 33.1], a2: [16.54, 23.4], a3: [11.7, 16.54], a4: [8.27, 11.7], a5: [5.83, 8.27], a6: [4.13, 5.83],
  ledger: [17, 11], legal: [8.5, 14], letter: [8.5, 11], tabloid: [11, 17],
};
const MARGIN = 0.4;
const ABSENT = ['displayHeaderFooter', 'pageRanges', 'preferCSSPageSize', 'generateTaggedPDF', 'generateDocumentOutline'];

function paperOf(pageSize) {
  if (typeof pageSize === 'string') {
    const paper = PAPER[pageSize.toLowerCase()];
    if (paper === undefined) throw new Error(`Invalid pageSize ${pageSize}`);
    return paper;
  }
  const { width, height } = pageSize ?? {};
  if (typeof width !== 'number' || typeof height !== 'number') throw new TypeError('width and height properties are required for pageSize');
  return [width, height];
}

function marginsOf(margins = {}) {
  if (typeof margins !== 'object' || margins === null) throw new TypeError('margins must be an object');
  return ['top', 'right', 'bottom', 'left'].map((side) => Number(margins[side] ?? MARGIN));
}

function flag(options, name) {
  const value = options[name] ?? false;
  if (typeof value !== 'boolean') throw new TypeError(`${name} must be a Boolean`);
  return value;
}

function paperOptions(options) {
  if (typeof options !== 'object' || options === null) throw new TypeError('webContents.printToPDF(): Invalid print settings specified.');
  for (const name of ABSENT) {
    if (options[name]) throw new codes.ERR_NOT_SUPPORTED(`webContents.printToPDF: options.${name}`);
  }
  const scale = options.scale ?? 1;
  if (typeof scale !== 'number') throw new TypeError('scale must be a Number');
  const [width, height] = paperOf(options.pageSize ?? 'letter');
  return {
    width, height, scale, landscape: flag(options, 'landscape'), printBackground: flag(options, 'printBackground'),
    margins: marginsOf(options.margins),
  };
}

/** Part of `WebContents`: paper. */
class Printing {
  print(options = {}, callback) {
    if (typeof options !== 'object' || options === null) throw new TypeError('webContents.print(): Invalid print settings specified.');
    const asked = host.ask({ page: { print: { id: this[kState].id, silent: Boolean(options.silent) } } });
    asked.then(() => callback?.(true, ''), (error) => callback?.(false, error.message));
  }

  async printToPDF(options = {}) {
    const bytes = await host.ask({ page: { printToPdf: { id: this[kState].id, paper: paperOptions(options) } } });
    return Buffer.from(bytes);
  }
}

module.exports = Printing;
