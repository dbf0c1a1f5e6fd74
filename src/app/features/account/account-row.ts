import { Component, computed, input } from '@angular/core';

/** One entry of the printed form: its heading, and what is written beside it. */
@Component({
  selector: 'section[ppAccountRow]',
  host: { class: 'account-row', '[attr.aria-labelledby]': 'id()' },
  template: `
    <h2 [id]="id()">{{ heading() }}</h2>
    <div class="account-entry"><ng-content /></div>
  `,
})
export class AccountRow {
  readonly heading = input.required<string>({ alias: 'ppAccountRow' });
  protected readonly id = computed(() => this.heading().toLowerCase().replace(/\W+/g, '-'));
}
