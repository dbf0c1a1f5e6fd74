import { FormField, FormRoot } from '@angular/forms/signals';
import { FieldError } from './field-error';
import { InvalidField } from './invalid-field';
import { SubmittedForm } from './submitted-form';

/** What the template of a form needs, for a component's `imports`. */
export const formParts = [FieldError, FormField, FormRoot, InvalidField, SubmittedForm] as const;
