'use strict';

const { codes } = require('internal/errors');
const { hide, kState } = require('electron/native_object');
const { absentMembers } = require('electron/absent');
const { measure } = require('./headers');

const { Buffer } = require('node/buffer');

class NativeImage {
  constructor(bytes, scaleFactor = 1, path = undefined) {
    const found = bytes === null ? null : measure(bytes);
    const kept = found === null ? { bytes: null, path: undefined } : { bytes, path };
    hide(this, kState, { ...kept, found, scaleFactor, template: false });
  }

  isEmpty() {
    return this[kState].found === null;
  }

  getSize(scaleFactor) {
    const { found, scaleFactor: own } = this[kState];
    if (found === null) return { width: 0, height: 0 };
    const ratio = (scaleFactor ?? 1) / own;
    return { width: Math.round(found.width * ratio), height: Math.round(found.height * ratio) };
  }

  getAspectRatio() {
    const { found } = this[kState];
    return found === null ? 1 : found.width / found.height;
  }

  getScaleFactors() {
    return this.isEmpty() ? [] : [this[kState].scaleFactor];
  }

  toPNG() {
    return this.#as('png', 'toPNG');
  }

  toJPEG() {
    return this.#as('jpeg', 'toJPEG');
  }

  /** The file as it was read: an image is not decoded, and so cannot be encoded anew. */
  #as(type, method) {
    const { bytes, found } = this[kState];
    if (found === null) return Buffer.alloc(0);
    if (found.type !== type) throw new codes.ERR_NOT_SUPPORTED(`NativeImage.${method}`, `for an image that was read as ${found.type}`);
    return Buffer.from(bytes);
  }

  toDataURL() {
    const { bytes, found } = this[kState];
    if (found === null) return 'data:image/png;base64,';
    return `data:image/${found.type};base64,${Buffer.from(bytes).toString('base64')}`;
  }

  setTemplateImage(flag) {
    this[kState].template = Boolean(flag);
  }

  isTemplateImage() {
    return this[kState].template;
  }

  get isMacTemplateImage() {
    return this[kState].template;
  }

  set isMacTemplateImage(flag) {
    this.setTemplateImage(flag);
  }
}

const ABSENT = ['toBitmap', 'getBitmap', 'getNativeHandle', 'resize', 'crop', 'addRepresentation'];
const absent = Object.getOwnPropertyDescriptors(absentMembers('NativeImage', ABSENT).prototype);
delete absent.constructor;
Object.defineProperties(NativeImage.prototype, absent);

function read(path) {
  try {
    return require('node/fs').readFileSync(path);
  } catch {
    return null;
  }
}

/** `icon@2x.png` holds two pixels for each of the size it stands for. */
function scaleOf(path) {
  const found = /@(\d+(?:\.\d+)?)x(?:\.[^.]*)?$/.exec(path);
  return found === null ? 1 : Number(found[1]);
}

function createFromPath(path) {
  const file = require('node/path').resolve(String(path));
  const image = new NativeImage(read(file), scaleOf(file), file);
  image.setTemplateImage(/Template(@[\d.]+x)?\.[^.]*$/.test(file));
  return image;
}

function createFromDataURL(url) {
  const found = /^data:[^,]*?(;base64)?,(.*)$/s.exec(String(url));
  if (found === null) return new NativeImage(null);
  return new NativeImage(Buffer.from(found[1] ? found[2] : decodeURIComponent(found[2]), found[1] ? 'base64' : 'latin1'));
}

function createFromBuffer(buffer, options = {}) {
  if (!(buffer instanceof Uint8Array)) throw new TypeError('buffer must be a node Buffer');
  return new NativeImage(buffer, options?.scaleFactor ?? 1);
}

/** What of an image the shell can open: the file it came from, or a data URL. */
function source(image) {
  if (image === undefined || image === null) return null;
  if (typeof image === 'string') return require('node/path').resolve(image);
  if (!(image instanceof NativeImage)) throw new TypeError('Image must be a path or a NativeImage');
  if (image.isEmpty()) return null;
  return image[kState].path ?? image.toDataURL();
}

function absentFunction(name) {
  return absentMembers('nativeImage', [name]).prototype[name];
}

module.exports = {
  nativeImage: {
    createEmpty: () => new NativeImage(null),
    createFromPath,
    createFromDataURL,
    createFromBuffer,
    createFromBitmap: absentFunction('createFromBitmap'),
    createFromNamedImage: absentFunction('createFromNamedImage'),
    createThumbnailFromPath: absentFunction('createThumbnailFromPath'),
    NativeImage,
  },
  NativeImage,
  source,
};
