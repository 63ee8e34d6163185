/**
 * What URLs look like; see https://urlpattern.spec.whatwg.org
 *
 * Missing compared with Node: `node:url` does not export it; it is a global.
 */
interface URLPatternInit {
  protocol?: string;
  username?: string;
  password?: string;
  hostname?: string;
  port?: string;
  pathname?: string;
  search?: string;
  hash?: string;
  baseURL?: string;
}

interface URLPatternComponentResult {
  input: string;
  groups: Record<string, string | undefined>;
}

interface URLPatternResult extends Record<Exclude<keyof URLPatternInit, 'baseURL'>, URLPatternComponentResult> {
  inputs: [string | URLPatternInit] | [string, string];
}

declare class URLPattern {
  /** @throws TypeError for what is no pattern. */
  constructor(input?: string | URLPatternInit, options?: { ignoreCase?: boolean });
  constructor(input: string, baseURL: string, options?: { ignoreCase?: boolean });
  readonly protocol: string;
  readonly username: string;
  readonly password: string;
  readonly hostname: string;
  readonly port: string;
  readonly pathname: string;
  readonly search: string;
  readonly hash: string;
  readonly hasRegExpGroups: boolean;
  test(input?: string | URL | URLPatternInit, baseURL?: string): boolean;
  exec(input?: string | URL | URLPatternInit, baseURL?: string): URLPatternResult | null;
}
