import { Component, computed, inject, input, linkedSignal, signal } from '@angular/core';
import { Router } from '@angular/router';
import { LifetimeChoice, type NextStep, WaysIn, toIdentityProblem } from '../../session/ways-in';
import { TakesFocus } from '../../shared/ui/takes-focus';
import { Attempt } from './attempt';
import { EmailForm } from './email-form';
import { MailboxHint } from './mailbox-hint';
import { OtherWays } from './other-ways';
import { Pause } from './pause';
import { returnWhenSignedIn } from './return-when-signed-in';
import { beyondThisWay } from './beyond-this-way';
import { titleFollows } from './title-follows';
import { wayAddress } from './way-address';

/**
 * `/sign-in/code?email=<address>&return=<path>&sent`: signs in by a one-time code. `sent` is the second
 * step, so that it outlives a reload, as what Amplify knows of it does.
 */
@Component({
  selector: 'pp-code-page',
  imports: [EmailForm, MailboxHint, OtherWays, TakesFocus],
  templateUrl: './code-page.html',
})
export class CodePage {
  private readonly waysIn = inject(WaysIn);
  private readonly router = inject(Router);
  private readonly choice = inject(LifetimeChoice);

  readonly email = input<string>();
  readonly return = input<string>();
  readonly sent = input<string>();

  protected readonly attempt = new Attempt();
  protected readonly pause = new Pause();
  protected readonly note = signal('');
  protected readonly typed = linkedSignal(() => this.email());
  protected readonly isSent = computed(() => this.sent() !== undefined && Boolean(this.email()));
  protected readonly heading = computed(() =>
    this.isSent() ? 'Enter your code' : 'Sign in with an e-mailed code',
  );
  protected readonly otherAddress = computed(() =>
    wayAddress('/sign-in/code', { return: this.return() }),
  );

  constructor() {
    returnWhenSignedIn(this.return);
    titleFollows(this.heading);
  }

  protected async send(email: string): Promise<void> {
    await this.attempt.run(async () => {
      await this.waysIn.rememberFor(this.choice.lifetime());
      await this.follow(await this.waysIn.sendCode(email), email);
    });
  }

  protected async sendAgain(): Promise<void> {
    if (this.pause.isOn()) return;
    const email = this.email() ?? '';
    await this.attempt.run(async () => {
      await this.follow(await this.waysIn.sendCode(email), email);
      this.note.set('Another code is on its way. Only the latest one works.');
      this.pause.begin();
    });
  }

  protected async answer(submission: Event, code: string): Promise<void> {
    submission.preventDefault();
    const email = this.email() ?? '';
    await this.attempt.run(async () => {
      await this.waysIn.rememberFor(this.choice.lifetime());
      try {
        await this.follow(await this.waysIn.answer(code.replace(/[\s-]/g, '')), email);
      } catch (error) {
        // Time is up, or this tab knows nothing of the code: only a new one helps.
        if (!['expired', 'expired-code'].includes(toIdentityProblem(error).kind)) throw error;
        await this.follow(await this.waysIn.sendCode(email), email);
        this.note.set('That code has expired, so a new one is on its way.');
      }
    });
  }

  private async follow(step: NextStep, email: string): Promise<void> {
    if (step.kind === 'email-code') {
      if (!this.isSent() || email !== this.email()) await this.goToCode(email);
    } else if (step.kind !== 'signed-in') {
      const address = beyondThisWay(step, 'code', { email, return: this.return() });
      await this.router.navigateByUrl(address);
    }
  }

  private async goToCode(email: string): Promise<void> {
    const address = wayAddress('/sign-in/code', { email, return: this.return() }, { sent: '' });
    await this.router.navigateByUrl(address);
  }
}
