import { Component, input, output } from '@angular/core';

/** One sentence on what just happened, read out by screen readers, with an action perhaps. */
@Component({
  selector: 'pp-notice-bar',
  template: `
    <div role="status" aria-live="polite">
      @if (text(); as words) {
        <div class="notice">
          <p>{{ words }}</p>
          @if (action(); as label) {
            <button type="button" class="button-plain" (click)="act.emit()">{{ label }}</button>
          }
          <button type="button" class="button-plain" (click)="dismiss.emit()">Dismiss</button>
        </div>
      }
    </div>
  `,
})
export class NoticeBar {
  readonly text = input<string>();
  readonly action = input<string>();
  readonly act = output();
  readonly dismiss = output();
}
