import { Component, computed, inject, input } from '@angular/core';
import { singleValue } from '../../shared/single-value';
import { AccountStore } from './account-store';
import { DataSection } from './data-section';
import { DeleteSection } from './delete-section';
import { EmailSection } from './email-section';
import { NameSection } from './name-section';
import { PasskeysSection } from './passkeys-section';
import { PasswordSection } from './password-section';
import { SecondStepSection } from './second-step-section';
import { SessionsSection } from './sessions-section';

/** `/account`: what is yours, on one printed form. `/account?email=<address>`: that address waits for its code. */
@Component({
  selector: 'pp-account-page',
  imports: [
    DataSection,
    DeleteSection,
    EmailSection,
    NameSection,
    PasskeysSection,
    PasswordSection,
    SecondStepSection,
    SessionsSection,
  ],
  providers: [AccountStore],
  template: `
    <div class="account">
      <header class="account-head">
        <h1>Your account</h1>
        <p class="standfirst">
          @if (name(); as name) {
            Good to see you, <bdi>{{ name }}</bdi>.
          }
          What this paper knows of you, and how you get in.
        </p>
      </header>
      <div class="account-sheet">
        <pp-name-section />
        <pp-email-section [pending]="email()" />
        <pp-password-section />
        <pp-second-step-section />
        <pp-passkeys-section />
        <pp-sessions-section />
        <pp-data-section />
        <pp-delete-section />
      </div>
    </div>
  `,
})
export class AccountPage {
  private readonly store = inject(AccountStore);
  /** From the page's address. */
  readonly email = input(undefined, { transform: singleValue });
  protected readonly name = computed(() =>
    this.store.profile.hasValue() ? this.store.profile.value().name : '',
  );
}
