import { Directive, signal } from '@angular/core';

/**
 * Whether somebody has tried to submit a form. Its errors wait for that: one that came up as a field loses
 * the focus would move the button away that is just being pressed, such as "Cancel".
 */
// eslint-disable-next-line @angular-eslint/directive-selector -- It adds to Angular's own directive.
@Directive({ selector: 'form[formRoot]', host: { '(submit)': 'isSubmitted.set(true)' } })
export class SubmittedForm {
  readonly isSubmitted = signal(false);
}
