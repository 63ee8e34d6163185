/** The Electron whose API Kaon answers to (`process.versions.electron`) and its Chromium (`process.versions.chrome`). */
export const VERSION: string;
export const CHROMIUM: string;
export const MAJOR: number;

/** The major of a semver range; {@link MAJOR} where there is none (`latest`, a URL). */
export function majorOf(range: string): number;

/** The major of `electron` in an application's `package.json`; {@link MAJOR} where it declares none. */
export function declaredMajor(manifest: object | null): number;

/** Defaults of `webPreferences` in that major. */
export function defaultsFor(major: number): { nodeIntegration: boolean; contextIsolation: boolean; sandbox: boolean };
