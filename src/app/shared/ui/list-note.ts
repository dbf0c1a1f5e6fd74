import { Component, input, output } from '@angular/core';

/** Says why something is not there, and offers to try again. What is on the page already stays. */
@Component({
  selector: 'pp-list-note',
  host: { class: 'list-note', role: 'alert' },
  template: `
    <p>{{ text() }}</p>
    <button
      type="button"
      class="button"
      [attr.aria-disabled]="isBusy() || null"
      (click)="tryAgain()"
    >
      {{ isBusy() ? 'Trying …' : 'Try again' }}
    </button>
  `,
})
export class ListNote {
  readonly text = input.required<string>();
  /** While what has been asked for again is on its way. */
  readonly isBusy = input(false);
  readonly retry = output();

  protected tryAgain(): void {
    if (!this.isBusy()) this.retry.emit();
  }
}
