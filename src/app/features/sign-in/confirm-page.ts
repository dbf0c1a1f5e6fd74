import { Component, inject, input, linkedSignal } from '@angular/core';
import { email as isEmail, form, hidden, required } from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import { IdentityProblem, LifetimeChoice, WaysIn } from '../../session/ways-in';
import { Attempt } from '../../shared/attempt';
import { CoolDown } from '../../shared/cool-down';
import { anyCode, bareCode } from '../../shared/forms/codes';
import { formParts } from '../../shared/forms/form-parts';
import { submission } from '../../shared/forms/submission';
import { Notices } from '../../shared/notices';
import { singleValue } from '../../shared/single-value';
import { MailboxHint } from '../../shared/ui/mailbox-hint';
import { Outcome } from '../../shared/ui/outcome';
import { TakesFocus } from '../../shared/ui/takes-focus';
import { returnWhenSignedIn } from './return-when-signed-in';

const welcome =
  'Welcome to Presspass! Your e-mail address is confirmed, and every story is open to you.';

interface Confirmation {
  readonly email: string;
  readonly code: string;
}

/**
 * `/confirm?email=<address>&return=<path>&sent`: everything it needs is in its address. `sent`: a new code has been asked
 * for, perhaps for an address that needs none.
 */
@Component({
  selector: 'pp-confirm-page',
  imports: [MailboxHint, Outcome, RouterLink, TakesFocus, formParts],
  templateUrl: './confirm-page.html',
})
export class ConfirmPage {
  private readonly waysIn = inject(WaysIn);
  private readonly router = inject(Router);
  private readonly choice = inject(LifetimeChoice);
  private readonly notices = inject(Notices);

  readonly email = input(undefined, { transform: singleValue });
  readonly return = input(undefined, { transform: singleValue });
  readonly sent = input(undefined, { transform: singleValue });

  protected readonly attempt = new Attempt();
  protected readonly confirmation = form(
    linkedSignal<Confirmation>(() => ({ email: this.email() ?? '', code: '' })),
    ({ email, code }) => {
      hidden(email, { when: () => Boolean(this.email()) });
      required(email, { message: 'Enter your e-mail address.' });
      isEmail(email, { message: 'That is not an e-mail address. Check it, then try again.' });
      anyCode(code);
    },
    {
      submission: submission(
        this.attempt,
        async () => {
          await this.unlessConfirmed(() => this.confirm());
        },
        // Of an address that was typed, too, the answer may be: then it is said of the form as a whole.
        ({ email, code }) => ({
          ...(email().hidden() && { 'wrong-code': code, 'expired-code': code }),
        }),
      ),
    },
  );
  protected readonly again = new Attempt();
  protected readonly coolDown = new CoolDown();

  constructor() {
    returnWhenSignedIn(this.return);
  }

  protected async sendAgain(): Promise<void> {
    if (this.coolDown.isRunning() || this.attempt.isBusy()) return;
    const isSent = await this.again.run(async () => {
      const { email } = this.confirmation().value();
      await this.unlessConfirmed(() => this.waysIn.resendCode(email));
      this.confirmation().reset({ email, code: '' });
      this.attempt.forget();
      return 'A new code is on its way. If it has not come in half a minute, you can ask again.';
    });
    if (isSent) this.coolDown.begin();
  }

  private async confirm(): Promise<void> {
    const { email, code } = this.confirmation().value();
    await this.waysIn.rememberFor(this.choice.lifetime());
    const outcome = await this.waysIn.confirmSignUp(email, bareCode(code));
    if (outcome === 'confirmed') await this.goToSignIn();
    // Whoever is signed in is taken on as soon as the session knows.
    else this.notices.show({ text: welcome });
  }

  private async unlessConfirmed(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (problem) {
      const isDone = problem instanceof IdentityProblem && problem.kind === 'already-confirmed';
      if (!isDone) throw problem;
      await this.goToSignIn();
    }
  }

  private async goToSignIn(): Promise<void> {
    const { email } = this.confirmation().value();
    await this.router.navigate(['/sign-in'], {
      queryParams: { email, return: this.return(), confirmed: '' },
      replaceUrl: true,
    });
  }
}
