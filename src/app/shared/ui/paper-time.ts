import { Component, computed, input } from '@angular/core';

const dayAndTime = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  hour: '2-digit',
  minute: '2-digit',
  timeZone: 'UTC',
});

const wholeDay = new Intl.DateTimeFormat('en-GB', {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});

/** A moment in the paper's own time, which is UTC for every reader: "20 November at 06:30". */
function paperTime(iso: string): string {
  return dayAndTime.format(new Date(iso));
}

/** The day on the masthead: "Friday, 20 November 2026". `now` in milliseconds since 1970. */
export function paperDay(now: number): string {
  return wholeDay.format(now);
}

@Component({
  selector: 'pp-time',
  template: `<time [attr.datetime]="iso()">{{ text() }}</time>`,
})
export class PaperTime {
  readonly iso = input.required<string>();
  protected readonly text = computed(() => paperTime(this.iso()));
}
