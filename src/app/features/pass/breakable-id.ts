import { Component, computed, input } from '@angular/core';

/** An id that may be broken after its hyphens, in every browser: some break none before a digit, and then anywhere. */
@Component({
  selector: 'pp-breakable-id',
  // In quotes, since a space between the parts would be seen and copied.
  template: '@for (part of parts(); track $index) {<wbr />{{ part }}}',
})
export class BreakableId {
  readonly id = input.required<string>();
  protected readonly parts = computed(() => this.id().split(/(?<=-)/));
}
