import { Directive, computed, inject } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { SubmittedForm } from './submitted-form';

/** Tells screen readers that a field is wrong, when `FieldError` tells everybody. */
// eslint-disable-next-line @angular-eslint/directive-selector -- It adds to Angular's own directive.
@Directive({ selector: '[formField]', host: { '[attr.aria-invalid]': 'isShownInvalid() || null' } })
export class InvalidField {
  private readonly form = inject(SubmittedForm);
  private readonly field = inject<FormField<unknown>>(FormField);
  protected readonly isShownInvalid = computed(
    () => this.form.isSubmitted() && this.field.state().invalid(),
  );
}
