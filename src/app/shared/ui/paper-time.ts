import { Component, computed, inject, input } from '@angular/core';
import { Dates, type TimeDetail } from '../dates';

/** A moment in the reader's time zone, "20 November at 06:30", and the instant itself for machines. */
@Component({
  selector: 'pp-time',
  template: `<time [attr.datetime]="iso()">{{ text() }}</time>`,
})
export class PaperTime {
  private readonly dates = inject(Dates);
  /** ISO 8601. */
  readonly iso = input.required<string>();
  readonly detail = input<TimeDetail>('minute');
  protected readonly text = computed(() => this.dates.inWords(new Date(this.iso()), this.detail()));
}
