import { Service, signal } from '@angular/core';

/** Something that just happened, in one sentence, perhaps with a way back. */
export interface Notice {
  readonly text: string;
  readonly action?: { readonly label: string; readonly run: () => unknown };
}

/** The one notice on the screen. It stays until it is dismissed, acted on or followed by another. */
@Service()
export class Notices {
  private readonly latest = signal<Notice | null>(null);
  readonly current = this.latest.asReadonly();

  show(notice: Notice): void {
    this.latest.set(notice);
  }

  /** Leaves the sentence alone: the page that is open now offers the same at a place of its own. */
  withdrawAction(): void {
    this.latest.update((notice) => notice && { text: notice.text });
  }

  dismiss(): void {
    this.latest.set(null);
  }
}
