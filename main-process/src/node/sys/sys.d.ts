/** The old name of `node:util`; deprecated (DEP0025). */
declare module 'node:sys' {
  export * from 'node:util';
}
// Missing compared with Node: nothing.
