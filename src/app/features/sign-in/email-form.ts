import { Component, input, output } from '@angular/core';
import type { AttemptState } from './attempt';
import { KeepSignedIn } from './keep-signed-in';

/** Asks for the e-mail address of an account, and for how long one wants to stay signed in. */
@Component({
  selector: 'pp-email-form',
  imports: [KeepSignedIn],
  template: `
    @let now = state();
    <form class="confirm-form" (submit)="submit($event, address.value)">
      <label for="sign-in-email">E-mail address</label>
      <input
        #address
        id="sign-in-email"
        type="email"
        autocomplete="username"
        autocapitalize="off"
        required
        aria-describedby="sign-in-problem"
        [value]="email() ?? ''"
        [attr.aria-invalid]="now.kind === 'refused' && now.problem.kind === 'invalid'"
        (input)="typed.emit(address.value)"
      />
      <pp-keep-signed-in />
      <p id="sign-in-problem" class="confirm-problem" role="alert">
        @if (now.kind === 'refused') {
          {{ now.problem.message }}
        }
      </p>
      <button class="button button-primary" [attr.aria-disabled]="now.kind === 'working' || null">
        {{ now.kind === 'working' ? workingLabel() : label() }}
      </button>
    </form>
  `,
})
export class EmailForm {
  readonly email = input<string>();
  readonly state = input.required<AttemptState>();
  /** What the button says, and what while it works. */
  readonly label = input.required<string>();
  readonly workingLabel = input.required<string>();
  readonly typed = output<string>();
  readonly submitted = output<string>();

  protected submit(submission: Event, address: string): void {
    submission.preventDefault();
    if (this.state().kind !== 'working') this.submitted.emit(address.trim());
  }
}
