import { Component, input } from '@angular/core';
import type { Attempt } from '../attempt';

/** How an attempt went, where one looks; read out by screen readers. */
@Component({
  selector: 'pp-outcome',
  host: { class: 'outcome' },
  template: `
    <p role="status" class="outcome-success">{{ of().success() }}</p>
    <p role="alert" class="outcome-problem">{{ of().problem()?.message }}</p>
  `,
})
export class Outcome {
  readonly of = input.required<Attempt>();
}
