import type { FieldTree, FormOptions, TreeValidationResult } from '@angular/forms/signals';
import { Problem } from '../problem';

/**
 * How a form is submitted: runs `work` once at a time while all fields are right, else leads to the first
 * that is wrong. A `Problem` becomes an error of the field that `fieldOf` names, else of the whole
 * form; whatever else is thrown goes to the error reporter.
 */
export function submission<Model>(
  work: (form: FieldTree<Model>) => Promise<unknown>,
  fieldOf: (form: FieldTree<Model>, problem: Problem) => FieldTree<unknown> | undefined = () =>
    undefined,
): FormOptions<Model>['submission'] {
  return {
    action: async (form): Promise<TreeValidationResult> => {
      try {
        await work(form);
        return undefined;
      } catch (error) {
        // Expected problems are told in the form.
        if (!(error instanceof Problem)) throw error;
        return {
          kind: error.kind,
          message: error.message,
          fieldTree: fieldOf(form, error) ?? form,
        };
      }
    },
    onInvalid: (form) => {
      form().errorSummary().at(0)?.fieldTree().focusBoundControl();
    },
  };
}
