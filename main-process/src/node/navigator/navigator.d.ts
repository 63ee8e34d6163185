/**
 * What programs ask of the browser they run in.
 *
 * Missing compared with Node: `locks`; the global is not enumerable.
 */
declare class Navigator {
  private constructor();
  readonly hardwareConcurrency: number;
  readonly language: string;
  readonly languages: readonly string[];
  readonly platform: string;
  readonly userAgent: string;
}

declare const navigator: Navigator;
