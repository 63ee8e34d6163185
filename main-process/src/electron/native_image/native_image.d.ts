/**
 * Electron's `nativeImage`. An image is the bytes of its file, a PNG or a JPEG; it is not decoded.
 *
 * `toPNG` works for what was a PNG, `toJPEG` (whose quality is then the file's) for what was a JPEG; `toDataURL` gives the
 * file's own type. A path with `@2x` has one representation, its own.
 *
 * Missing, each throws `ERR_NOT_SUPPORTED`: `createFromBitmap`, `createFromNamedImage`, `createThumbnailFromPath`, `resize`,
 * `crop`, `toBitmap`, `getBitmap`, `getNativeHandle`, `addRepresentation`. ICO files are read by windows' `icon` only.
 */
export const nativeImage: typeof Electron.nativeImage;
export const NativeImage: typeof Electron.NativeImage;

/** What the shell can open: an absolute path or a `data:` URL; null for no image. */
export function source(image: string | Electron.NativeImage | null | undefined): string | null;
