/**
 * Electron's `screen`. Of a display are known `id`, `label`, `bounds`, `size`, `workArea`, `workAreaSize` and `scaleFactor`; the
 * rest is what most displays are (`rotation` 0, `colorDepth` 24, `displayFrequency` 60, `internal` false …).
 *
 * Missing: `screenToDipRect` and `dipToScreenRect` (Windows).
 */
declare const screen: Electron.Screen;
export = screen;
