import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { form } from '@angular/forms/signals';
import { type ResolveFn, Router, RouterLink } from '@angular/router';
import { IdentityProblem, LifetimeChoice, type NextStep, WaysIn } from '../../session/ways-in';
import { Attempt } from '../../shared/attempt';
import { CoolDown } from '../../shared/cool-down';
import { anyCode, bareCode } from '../../shared/forms/codes';
import { formParts } from '../../shared/forms/form-parts';
import { submission } from '../../shared/forms/submission';
import { singleValue } from '../../shared/single-value';
import { MailboxHint } from '../../shared/ui/mailbox-hint';
import { Outcome } from '../../shared/ui/outcome';
import { TakesFocus } from '../../shared/ui/takes-focus';
import { beyondThisWay } from './beyond-this-way';
import { EmailForm, addressForm } from './email-form';
import { OtherWays } from './other-ways';
import { returnWhenSignedIn } from './return-when-signed-in';

/**
 * `/sign-in/code?email=<address>&return=<path>&sent`: signs in by a one-time code. `sent` is the second
 * step, so that it outlives a reload, as what Amplify knows of it does.
 */
@Component({
  selector: 'pp-code-page',
  imports: [EmailForm, MailboxHint, OtherWays, Outcome, RouterLink, TakesFocus, formParts],
  templateUrl: './code-page.html',
})
export class CodePage {
  private readonly waysIn = inject(WaysIn);
  private readonly router = inject(Router);
  private readonly choice = inject(LifetimeChoice);

  readonly email = input(undefined, { transform: singleValue });
  readonly return = input(undefined, { transform: singleValue });
  readonly sent = input(undefined, { transform: singleValue });

  protected readonly isSent = computed(() => this.sent() !== undefined && Boolean(this.email()));
  protected readonly attempt = new Attempt();
  protected readonly request = addressForm(this.email, this.attempt, async (email) => {
    await this.waysIn.rememberFor(this.choice.lifetime());
    await this.follow(await this.waysIn.sendCode(email), email);
  });
  protected readonly answer = form(
    signal<{ code: string }>({ code: '' }),
    ({ code }) => {
      anyCode(code);
    },
    {
      submission: submission(
        this.attempt,
        async ({ code }) => {
          await this.signIn(bareCode(code));
        },
        ({ code }) => ({ 'wrong-code': code }),
      ),
    },
  );
  protected readonly again = new Attempt();
  protected readonly coolDown = new CoolDown();

  constructor() {
    returnWhenSignedIn(this.return);
    effect(() => {
      this.email();
      this.sent();
      // Another address, or the other step: nothing of the last one counts.
      untracked(() => {
        this.answer().reset({ code: '' });
        this.attempt.forget();
        this.again.forget();
      });
    });
  }

  protected async sendAgain(): Promise<void> {
    // Amplify has one sign-in under way: another code would replace the one that is being judged.
    if (this.coolDown.isRunning() || this.attempt.isBusy()) return;
    const isSent = await this.replaceCode('Another code is on its way. Only the latest one works.');
    if (isSent) this.coolDown.begin();
  }

  private async signIn(code: string): Promise<void> {
    await this.waysIn.rememberFor(this.choice.lifetime());
    try {
      await this.follow(await this.waysIn.answer(code));
    } catch (problem) {
      // Time is up, or this tab knows nothing of the code: only a new one helps.
      const isTooLate =
        problem instanceof IdentityProblem && ['expired', 'expired-code'].includes(problem.kind);
      if (!isTooLate) throw problem;
      await this.replaceCode('That code has expired, so a new one is on its way.');
    }
  }

  private replaceCode(words: string): Promise<boolean> {
    return this.again.run(async () => {
      await this.follow(await this.waysIn.sendCode(this.email() ?? ''));
      this.answer().reset({ code: '' });
      this.attempt.forget();
      return words;
    });
  }

  private async follow(step: NextStep, email = this.email()): Promise<void> {
    if (step.kind === 'signed-in') return;
    const queryParams = { email, return: this.return() };
    await this.router.navigateByUrl(
      step.kind === 'email-code'
        ? this.router.createUrlTree(['/sign-in/code'], {
            queryParams: { ...queryParams, sent: '' },
          })
        : beyondThisWay(step, 'code', this.router, queryParams),
    );
  }
}

/** The page's name in the browser's tab and history. */
export const codePageTitle: ResolveFn<string> = ({ queryParamMap }) =>
  queryParamMap.has('sent')
    ? 'Enter your code · Presspass'
    : 'Sign in with an e-mailed code · Presspass';
