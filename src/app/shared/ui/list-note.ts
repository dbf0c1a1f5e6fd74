import { Component, input, output } from '@angular/core';

/** Says why something is not there, and offers to try again. What is on the page already stays. */
@Component({
  selector: 'pp-list-note',
  host: { class: 'list-note', role: 'alert' },
  template: `
    <p>{{ text() }}</p>
    <button type="button" class="button" (click)="retry.emit()">Try again</button>
  `,
})
export class ListNote {
  readonly text = input.required<string>();
  readonly retry = output();
}
