/**
 * The runner of the tests beside Kaon's modules. A file's tests run one after the other; a failure is printed with its
 * test's name, the process then ends with 1, and the last line says `N passed, N failed`.
 */
declare module 'kaon:test' {
  /** Runs one behaviour, which the name says in a sentence. Resolves when it is done, whatever came of it. */
  function test(name: string, fn: () => unknown): Promise<void>;
  namespace test {
    /** Counts a test that cannot run here, and says why. */
    function skip(name: string, reason: string): void;
    /** Itself, so that it can be taken out of the module by name. */
    export { test };
  }
  export = test;
}
