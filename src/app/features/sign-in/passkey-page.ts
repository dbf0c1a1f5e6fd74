import { Component, inject, input } from '@angular/core';
import { Router } from '@angular/router';
import { IdentityProblem, LifetimeChoice, WaysIn } from '../../session/ways-in';
import { singleValue } from '../../shared/single-value';
import { Attempt } from '../../shared/attempt';
import { beyondThisWay } from './beyond-this-way';
import { canUsePasskeys } from './can-use-passkeys';
import { EmailForm, addressForm } from './email-form';
import { OtherWays } from './other-ways';
import { returnWhenSignedIn } from './return-when-signed-in';

/** `/sign-in/passkey?email=<address>&return=<path>`: signs in by fingerprint, face, screen lock or security key. */
@Component({
  selector: 'pp-passkey-page',
  imports: [EmailForm, OtherWays],
  template: `
    <section class="notice-page sign-in">
      <header>
        <h1>Sign in with a passkey</h1>
        <p class="standfirst">
          @if (canUsePasskeys) {
            Your device asks for your fingerprint, your face or its screen lock. Tell us first whose
            account it is, so that we can ask for the right passkey.
          } @else {
            This browser has no passkeys. Choose another way, or open this page in another browser.
          }
        </p>
      </header>
      @if (canUsePasskeys) {
        <pp-email-form
          [form]="request"
          [attempt]="attempt"
          label="Sign in with a passkey"
          workingLabel="Waiting for your passkey …"
        />
      }
      <pp-other-ways beside="passkey" [email]="request.email().value()" [return]="return()" />
    </section>
  `,
})
export class PasskeyPage {
  private readonly waysIn = inject(WaysIn);
  private readonly router = inject(Router);
  private readonly choice = inject(LifetimeChoice);

  readonly email = input(undefined, { transform: singleValue });
  readonly return = input(undefined, { transform: singleValue });

  protected readonly canUsePasskeys = canUsePasskeys();
  protected readonly attempt = new Attempt();
  protected readonly request = addressForm(this.email, this.attempt, (email) => this.signIn(email));

  constructor() {
    returnWhenSignedIn(this.return);
  }

  private async signIn(email: string): Promise<void> {
    await this.waysIn.rememberFor(this.choice.lifetime());
    const step = await this.waysIn.signInWithPasskey(email).catch(inPasskeyWords);
    if (step.kind === 'signed-in') return;
    const queryParams = { email, return: this.return() };
    await this.router.navigateByUrl(beyondThisWay(step, 'passkey', this.router, queryParams));
  }
}

/** Cognito says of a passkey that it does not know what it says of a wrong password. */
function inPasskeyWords(problem: unknown): never {
  if (!(problem instanceof IdentityProblem) || problem.kind !== 'wrong-password') throw problem;
  throw new IdentityProblem(
    'refused',
    'That passkey was not accepted. Perhaps it was removed from the account. Choose another way in.',
    { cause: problem },
  );
}
