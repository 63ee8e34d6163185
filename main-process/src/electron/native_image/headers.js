'use strict';

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

const starts = (bytes, with_) => with_.every((byte, index) => bytes[index] === byte);
const view = (bytes) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** Source: PNG specification, "IHDR Image header". */
function png(bytes) {
  if (bytes.length < 24 || !starts(bytes, PNG)) return null;
  return { type: 'png', width: view(bytes).getUint32(16), height: view(bytes).getUint32(20) };
}

// Frame headers of every coding process; 0xc4, 0xc8 and 0xcc lie in the range but are tables.
const isFrame = (marker) => marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;

/** Source: ITU T.81, annex B. */
function jpeg(bytes) {
  if (!starts(bytes, [0xff, 0xd8, 0xff])) return null;
  const data = view(bytes);
  for (let at = 2; at + 9 < bytes.length && bytes[at] === 0xff;) {
    const marker = bytes[at + 1];
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (isFrame(marker)) return { type: 'jpeg', height: data.getUint16(at + 5), width: data.getUint16(at + 7) };
    at += 2 + data.getUint16(at + 2);
  }
  return null;
}

/** What kind of image `bytes` are and how large; null for what is neither a PNG nor a JPEG. */
function measure(bytes) {
  const found = png(bytes) ?? jpeg(bytes);
  return found !== null && found.width > 0 && found.height > 0 ? found : null;
}

module.exports = { measure };
