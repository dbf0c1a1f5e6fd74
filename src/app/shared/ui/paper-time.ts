import { Component, computed, input } from '@angular/core';
import { timeInWords } from '../dates';

/** A moment of the paper: "20 November at 06:30". */
@Component({
  selector: 'pp-time',
  template: `<time [attr.datetime]="iso()">{{ text() }}</time>`,
})
export class PaperTime {
  readonly iso = input.required<string>();
  protected readonly text = computed(() => timeInWords(new Date(this.iso())));
}
