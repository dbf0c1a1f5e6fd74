import type { FieldTree, FormOptions, ValidationError } from '@angular/forms/signals';
import type { Attempt } from '../attempt';
import { Problem } from '../problem';

/**
 * How a form is submitted: makes `attempt` run `work` once at a time while all fields are right, else leads to
 * the first that is wrong. A `Problem` of a kind that `fieldsOf` names becomes an error of that field, until
 * the field changes. Others are the attempt's: Angular would keep an error of the form as a whole, and
 * with it would not let anybody submit the same values again, as after a lost connection.
 */
export function submission<Model>(
  attempt: Attempt,
  work: (value: Model) => Promise<string | undefined>,
  fieldsOf: (form: FieldTree<Model>) => Readonly<Record<string, FieldTree<string>>> = () => ({}),
): FormOptions<Model>['submission'] {
  return {
    action: async (form) => {
      let refusal: ValidationError.WithFieldTree | undefined;
      await attempt.run(async () => {
        try {
          return await work(form().value());
        } catch (error) {
          const field = error instanceof Problem ? fieldsOf(form)[error.kind] : undefined;
          if (!(error instanceof Problem) || !field) throw error;
          // Told beside the field.
          refusal = { kind: error.kind, message: error.message, fieldTree: field };
          return undefined;
        }
      });
      refusal?.fieldTree().focusBoundControl();
      return refusal;
    },
    onInvalid: (form) => {
      attempt.forget();
      form().errorSummary().at(0)?.fieldTree().focusBoundControl();
    },
  };
}
