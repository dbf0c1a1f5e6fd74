import { Component, input, linkedSignal } from '@angular/core';
import { type FieldTree, email as isEmail, form, required } from '@angular/forms/signals';
import type { Attempt } from '../../shared/attempt';
import { formParts } from '../../shared/forms/form-parts';
import { submission } from '../../shared/forms/submission';
import { Outcome } from '../../shared/ui/outcome';
import { KeepSignedIn } from './keep-signed-in';

/** An e-mail address that belongs to an account. */
interface Address {
  readonly email: string;
}

/** What `EmailForm` fills in, beginning with `known`; `work` is done with the address. For injection contexts. */
export function addressForm(
  known: () => string | undefined,
  attempt: Attempt,
  work: (email: string) => Promise<void>,
): FieldTree<Address> {
  return form(
    linkedSignal<Address>(() => ({ email: known() ?? '' })),
    ({ email }) => {
      required(email, { message: 'Enter the e-mail address of your account.' });
      isEmail(email, { message: 'That is not an e-mail address. Check it, then try again.' });
    },
    {
      submission: submission(attempt, async ({ email }) => {
        await work(email);
      }),
    },
  );
}

/** Asks for the e-mail address of an account, and for how long one wants to stay signed in. */
@Component({
  selector: 'pp-email-form',
  imports: [KeepSignedIn, Outcome, formParts],
  template: `
    @let address = form();
    <form class="confirm-form" [formRoot]="address">
      <label for="sign-in-email">E-mail address</label>
      <input
        id="sign-in-email"
        type="email"
        autocomplete="username"
        autocapitalize="off"
        aria-describedby="sign-in-email-error"
        [formField]="address.email"
      />
      <pp-field-error id="sign-in-email-error" [of]="address.email" />
      <pp-keep-signed-in />
      <pp-outcome [of]="attempt()" />
      <button class="button button-primary" [attr.aria-disabled]="attempt().isBusy() || null">
        {{ attempt().isBusy() ? workingLabel() : label() }}
      </button>
    </form>
  `,
})
export class EmailForm {
  readonly form = input.required<FieldTree<Address>>();
  /** What submitting it comes to. */
  readonly attempt = input.required<Attempt>();
  /** What the button says, and what while it works. */
  readonly label = input.required<string>();
  readonly workingLabel = input.required<string>();
}
