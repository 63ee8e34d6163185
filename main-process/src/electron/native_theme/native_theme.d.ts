/**
 * Electron's `nativeTheme`.
 *
 * Always false, because no system's web view tells of them: `shouldUseHighContrastColors`, `shouldUseInvertedColorScheme`,
 * `inForcedColorsMode`, `prefersReducedTransparency`, `shouldDifferentiateWithoutColor`.
 */
declare const nativeTheme: Electron.NativeTheme;
export = nativeTheme;
