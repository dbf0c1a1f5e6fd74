import { Component, computed, inject, input } from '@angular/core';
import type { FieldTree } from '@angular/forms/signals';
import { SubmittedForm } from './submitted-form';

/**
 * The first error of a field, from the first try to submit on; read out by screen readers. Give it an `id`,
 * and name that in the field's `aria-describedby`.
 */
@Component({
  selector: 'pp-field-error',
  host: { class: 'field-error', role: 'alert' },
  template: '{{ message() }}',
})
export class FieldError {
  private readonly form = inject(SubmittedForm);
  readonly of = input.required<FieldTree<unknown>>();
  protected readonly message = computed(() =>
    this.form.isSubmitted() ? this.of()().errors().at(0)?.message : undefined,
  );
}
