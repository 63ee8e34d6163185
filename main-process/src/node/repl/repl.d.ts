/**
 * See https://nodejs.org/docs/latest-v22.x/api/repl.html
 *
 * Missing compared with Node: the prompt: `start` and `REPLServer` throw `ERR_NOT_SUPPORTED`; `isValidSyntax` is not there.
 */
declare module 'node:repl' {
  export function writer(value: any): string;
  export const REPL_MODE_SLOPPY: unique symbol;
  export const REPL_MODE_STRICT: unique symbol;
  export class Recoverable extends SyntaxError {
    constructor(error: Error);
    err: Error;
  }
  export const builtinModules: string[];
}
