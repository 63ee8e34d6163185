/**
 * Electron's `BrowserWindow`, and `BaseWindow` as its base class: `new BaseWindow()` throws `ERR_NOT_SUPPORTED`.
 *
 * Getters answer from a mirror of what the window system last said and what it was asked for since, so that none of them
 * waits; only bounds that nobody can know yet are asked for. `close` asks the page (`beforeunload`), for a second at most.
 * Sizes are rounded where Electron refuses fractions. `setAlwaysOnTop`'s level, `setIgnoreMouseEvents`' `forward` and all
 * `animate` flags have no effect. On Wayland windows do not know where they are and cannot be moved.
 *
 * Missing, each throws `ERR_NOT_SUPPORTED`: `BrowserView`s (`addBrowserView`, `setBrowserView` …), `contentView` (its
 * members), `setContentView`, `moveAbove`, `getNativeWindowHandle`, `getMediaSourceId`, `blurWebView`, `setShape`,
 * `setTitleBarOverlay`; on Windows `setOverlayIcon`, `setThumbarButtons`, `setBackgroundMaterial`, `hookWindowMessage` and its
 * kin, `setThumbnailClip`, `setThumbnailToolTip`, `setAppDetails`, `setAccentColor`; on macOS `setVibrancy`, `setTouchBar`,
 * `setSheetOffset`, `previewFile`, `setSimpleFullScreen`, tabs, window buttons. Options that warn: `titleBarOverlay`,
 * `windowStatePersistence`. Options without effect: `roundedCorners`, `thickFrame`, `vibrancy`, `visualEffectState`,
 * `backgroundMaterial`, `trafficLightPosition`, `acceptFirstMouse`, `disableAutoHideCursor`, `enableLargerThanScreen`,
 * `darkTheme`, `tabbingIdentifier`, `zoomToPageWidth`, `paintWhenInitiallyHidden`, `hiddenInMissionControl`. Events that never
 * come: `will-resize`, `will-move`, `app-command`, `swipe`, `rotate-gesture`, `sheet-begin`, `sheet-end`, `new-window-for-tab`,
 * `system-context-menu`, `session-end`, `query-session-end`.
 */
export const BrowserWindow: typeof Electron.BrowserWindow;
export const BaseWindow: typeof Electron.BaseWindow;
