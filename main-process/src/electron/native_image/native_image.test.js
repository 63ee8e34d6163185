'use strict';

const assert = require('node:assert');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { test } = require('kaon:test');
const { nativeImage } = require('electron');

// One grey pixel, and the header of a JPEG that is 3 wide and 2 high.
const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==', 'base64');
const JPEG = Buffer.from('ffd8ffe000104a46494600010100000100010000ffc0000b080002000301011100ffd9', 'hex');

test('an empty image has no size and no bytes', () => {
  const image = nativeImage.createEmpty();
  assert.strictEqual(image.isEmpty(), true);
  assert.deepStrictEqual(image.getSize(), { width: 0, height: 0 });
  assert.strictEqual(image.toPNG().length, 0);
  assert.strictEqual(image.getAspectRatio(), 1);
});

test('a PNG is measured by its header and given back as it was', () => {
  const image = nativeImage.createFromBuffer(PNG);
  assert.strictEqual(image.isEmpty(), false);
  assert.deepStrictEqual(image.getSize(), { width: 1, height: 1 });
  assert.deepStrictEqual(image.toPNG(), PNG);
  assert.strictEqual(image.toDataURL(), `data:image/png;base64,${PNG.toString('base64')}`);
});

test('a JPEG is measured by its frame header', () => {
  const image = nativeImage.createFromBuffer(JPEG);
  assert.deepStrictEqual(image.getSize(), { width: 3, height: 2 });
  assert.strictEqual(image.getAspectRatio(), 1.5);
  assert.throws(() => image.toPNG(), { code: 'ERR_NOT_SUPPORTED' });
  assert.deepStrictEqual(image.toJPEG(80), JPEG);
});

test('what is no image makes an empty one', () => {
  assert.strictEqual(nativeImage.createFromBuffer(Buffer.from('no image at all, but long enough')).isEmpty(), true);
  assert.strictEqual(nativeImage.createFromPath('/no/such/file.png').isEmpty(), true);
  assert.strictEqual(nativeImage.createFromDataURL('nothing').isEmpty(), true);
});

test('a file name says how many pixels stand for one and whether it is a template', () => {
  const file = path.join(os.tmpdir(), `kaon-${process.pid}-Template@2x.png`);
  fs.writeFileSync(file, PNG);
  const image = nativeImage.createFromPath(file);
  fs.unlinkSync(file);
  assert.deepStrictEqual(image.getScaleFactors(), [2]);
  assert.strictEqual(image.isTemplateImage(), true);
  assert.strictEqual(image.isMacTemplateImage, true);
});

test('what needs decoding says that it is not there', () => {
  assert.throws(() => nativeImage.createFromBuffer(PNG).resize({ width: 8 }), { code: 'ERR_NOT_SUPPORTED', message: /NativeImage\.resize/ });
  assert.throws(() => nativeImage.createFromBitmap(PNG, {}), { code: 'ERR_NOT_SUPPORTED' });
});
