import { BackOff } from './back-off';
import { wakes } from './wakes';

interface RecoveryOptions {
  readonly window: Window;
  /** Whether the session is unavailable. */
  readonly isNeeded: () => boolean;
  readonly ask: () => void;
}

/**
 * Asks again while a session is unavailable: later and later while somebody looks, at once when the
 * network is back. A hidden page waits until it is looked at. To be made in an injection context.
 */
export class Recovery {
  private readonly backOff = new BackOff();
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** By `performance.now()`. */
  private due = 0;

  constructor(private readonly options: RecoveryOptions) {
    wakes(options.window, (event) => {
      if (event.type === 'online' || !this.isEarly) this.ask();
    });
  }

  /** Something has failed once more. */
  wait(): void {
    clearTimeout(this.timer);
    const delay = this.backOff.next();
    this.due = performance.now() + delay;
    this.timer = setTimeout(() => {
      if (!this.options.window.document.hidden) this.ask();
    }, delay);
  }

  /** All is well again, or nobody is signed in any more. */
  stop(): void {
    clearTimeout(this.timer);
    this.due = 0;
    this.backOff.reset();
  }

  /** Whether the time to ask again has not come yet. */
  get isEarly(): boolean {
    return performance.now() < this.due;
  }

  private ask(): void {
    if (this.options.isNeeded()) this.options.ask();
  }
}
