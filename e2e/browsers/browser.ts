/** Runs in the page, so it uses nothing from outside itself. */
type InPage<Result> = (...args: string[]) => Result;

/** Finds an element in the page, or says that it is not there (yet). */
export type Finder = InPage<Element | undefined>;

/** A tab, driven as a person drives it: what the three engines have in common. */
export interface Tab {
  /** Resolves when the page is loaded. */
  open(url: string): Promise<void>;
  ask<Result>(question: InPage<Result>, ...args: string[]): Promise<Result>;
  /** Clicks on it; false when it is not there. */
  click(finder: Finder, ...args: string[]): Promise<boolean>;
  /** Types into it, in place of what is there; false when it is not there. */
  type(text: string, finder: Finder, ...args: string[]): Promise<boolean>;
  back(): Promise<void>;
  /** A PNG of what is on the screen. */
  picture(): Promise<Uint8Array>;
}

/** A running browser with a profile of its own. */
export interface Browser {
  /** `Firefox 153.8`, for the report. */
  readonly version: string;
  newTab(): Promise<Tab>;
  close(): Promise<void>;
}
