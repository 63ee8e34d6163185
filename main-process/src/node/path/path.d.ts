declare module 'path' {
  namespace path {
    /** A path taken apart; also what {@link PlatformPath.format} puts together. */
    interface ParsedPath {
      root: string;
      dir: string;
      base: string;
      ext: string;
      name: string;
    }
    type FormatInputPathObject = Partial<ParsedPath>;

    interface PlatformPath {
      /** Resolves '.' and '..', and turns separators into the platform's own. */
      normalize(path: string): string;
      /** Joins with the separator and normalizes; '.' when nothing is given. */
      join(...paths: string[]): string;
      /** The absolute path that walking through `paths` from the working directory leads to. */
      resolve(...paths: string[]): string;
      isAbsolute(path: string): boolean;
      /** The path that leads from `from` to `to`, both resolved first. */
      relative(from: string, to: string): string;
      dirname(path: string): string;
      basename(path: string, suffix?: string): string;
      /** From the last dot of the last segment on, or ''. A leading dot does not count. */
      extname(path: string): string;
      /** `dir` beats `root`, `base` beats `name` and `ext`. */
      format(pathObject: FormatInputPathObject): string;
      parse(path: string): ParsedPath;
      /** `*`, `?`, `[…]`, `**`, `{a,b}`, `{1..3}` and `!(a|b)`, `?( )`, `*( )`, `+( )`, `@( )`. A backslash separates. */
      matchesGlob(path: string, pattern: string): boolean;
      /** On Windows `\\?\C:\…`; elsewhere the path as it is. */
      toNamespacedPath(path: string): string;
      readonly sep: '\\' | '/';
      readonly delimiter: ';' | ':';
      readonly posix: PlatformPath;
      readonly win32: PlatformPath;
    }
  }
  // Missing compared with Node: nothing.
  const path: path.PlatformPath;
  export = path;
}
declare module 'path/posix' {
  import path = require('path');
  export = path.posix;
}
declare module 'path/win32' {
  import path = require('path');
  export = path.win32;
}
declare module 'node:path' {
  import path = require('path');
  export = path;
}
declare module 'node:path/posix' {
  import path = require('path');
  export = path.posix;
}
declare module 'node:path/win32' {
  import path = require('path');
  export = path.win32;
}
