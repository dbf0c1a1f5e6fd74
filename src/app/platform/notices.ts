import { Service, signal } from '@angular/core';

/** Something that just happened, in one sentence, perhaps with a way back. */
export interface Notice {
  readonly text: string;
  readonly action?: { readonly label: string; readonly run: () => unknown };
  /** Whether the sentence makes sense without its action too, in the document that follows. */
  readonly outlivesDocument?: boolean;
}

/** Where a notice waits for the next document. */
const key = 'presspass.notice';

/**
 * The one notice on the screen. It stays until it is dismissed, acted on or followed by another, also
 * where the app's other document takes over.
 */
@Service()
export class Notices {
  private readonly latest = signal(handedOver());
  readonly current = this.latest.asReadonly();

  show(notice: Notice): void {
    this.latest.set(notice);
  }

  dismiss(): void {
    this.latest.set(null);
  }

  /** Leaves the notice to the document that follows in this tab; what runs an action ends here. */
  handOver(): void {
    const { text, action, outlivesDocument } = this.latest() ?? {};
    try {
      if (text && (outlivesDocument || !action)) sessionStorage.setItem(key, text);
    } catch {
      // A browser that keeps nothing for us loses a sentence, not a page.
    }
  }
}

function handedOver(): Notice | null {
  try {
    const text = sessionStorage.getItem(key);
    sessionStorage.removeItem(key);
    return text ? { text } : null;
  } catch {
    // See `handOver`.
    return null;
  }
}
