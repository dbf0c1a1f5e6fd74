/** A function that runs in the page, so it uses nothing from outside itself; its arguments are JSON. */
type InPage<Arguments extends readonly string[], Result> = (...args: Arguments) => Result;

/** Finds an element in the page, or says that it is not there (yet). */
export type Finder<Arguments extends readonly string[]> = InPage<Arguments, Element | undefined>;

/** A tab, driven as a person drives it: what the three engines have in common. */
export interface Tab {
  /** Resolves when the page is loaded. */
  open(url: string): Promise<void>;
  ask<Arguments extends readonly string[], Result>(
    question: InPage<Arguments, Result>,
    ...args: Arguments
  ): Promise<Result>;
  /** Clicks on it; false when it is not there. */
  click<Arguments extends readonly string[]>(
    finder: Finder<Arguments>,
    ...args: Arguments
  ): Promise<boolean>;
  /** Types into it, in place of what is there; false when it is not there. */
  type<Arguments extends readonly string[]>(
    text: string,
    finder: Finder<Arguments>,
    ...args: Arguments
  ): Promise<boolean>;
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
