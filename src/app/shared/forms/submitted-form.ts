import { Directive, inject, linkedSignal } from '@angular/core';
import { FormRoot } from '@angular/forms/signals';

/**
 * Whether somebody has tried to submit a form since it was last reset. Its errors wait for that: one that came
 * up as a field loses the focus would move the button away that is just being pressed, such as "Cancel".
 */
// eslint-disable-next-line @angular-eslint/directive-selector -- It adds to Angular's own directive.
@Directive({ selector: 'form[formRoot]', host: { '(submit)': 'isSubmitted.set(true)' } })
export class SubmittedForm {
  private readonly form = inject<FormRoot<unknown>>(FormRoot).fieldTree;
  readonly isSubmitted = linkedSignal<boolean, boolean>({
    source: () => this.form()().touched(),
    computation: (isTouched, last) => isTouched && (last?.value ?? false),
  });
}
