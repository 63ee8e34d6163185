/**
 * Deprecated: the constants of `os`, `fs` and `crypto` in one object.
 */
declare module 'constants' {
  const constants: Readonly<Record<string, number | string>>;
  export = constants;
}
declare module 'node:constants' {
  import constants = require('constants');
  export = constants;
}
