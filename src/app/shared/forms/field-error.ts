import { Component, computed, input } from '@angular/core';
import type { FieldTree } from '@angular/forms/signals';

/**
 * The first error of a field, or of a form as a whole, from the first try to submit on; read out by screen
 * readers. Give it an `id`, and name that in the field's `aria-describedby`.
 */
@Component({
  selector: 'pp-field-error',
  host: { class: 'field-error', role: 'alert' },
  template: '{{ message() }}',
})
export class FieldError {
  readonly of = input.required<FieldTree<unknown>>();
  protected readonly message = computed(() => {
    const state = this.of()();
    return state.touched() ? state.errors().at(0)?.message : undefined;
  });
}
