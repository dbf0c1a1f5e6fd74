import { Component, computed, inject, input, signal } from '@angular/core';
import { Router } from '@angular/router';
import {
  type IdentityProblem,
  LifetimeChoice,
  WaysIn,
  toIdentityProblem,
} from '../../session/ways-in';
import { TakesFocus } from '../../shared/ui/takes-focus';
import { MailboxHint } from './mailbox-hint';
import { Pause } from './pause';
import { returnWhenSignedIn } from './return-when-signed-in';
import { wayAddress } from './way-address';

type Confirmation =
  | { readonly kind: 'asking' }
  | { readonly kind: 'confirming' }
  | { readonly kind: 'refused'; readonly problem: IdentityProblem };

/** `/confirm?email=<address>&return=<path>`: everything it needs is in its address. */
@Component({
  selector: 'pp-confirm-page',
  imports: [MailboxHint, TakesFocus],
  templateUrl: './confirm-page.html',
})
export class ConfirmPage {
  private readonly waysIn = inject(WaysIn);
  private readonly router = inject(Router);
  private readonly choice = inject(LifetimeChoice);

  readonly email = input<string>();
  readonly return = input<string>();

  protected readonly confirmation = signal<Confirmation>({ kind: 'asking' });
  protected readonly typedEmail = signal('');
  protected readonly sent = signal('');
  protected readonly pause = new Pause();
  protected readonly beginning = computed(() =>
    wayAddress('/sign-in', { return: this.return() }, { step: 'create' }),
  );
  private readonly account = computed(() => this.email() ?? this.typedEmail().trim());

  constructor() {
    returnWhenSignedIn(this.return);
  }

  protected async confirm(submission: Event, code: string): Promise<void> {
    submission.preventDefault();
    if (this.confirmation().kind === 'confirming') return;
    this.confirmation.set({ kind: 'confirming' });
    try {
      await this.waysIn.rememberFor(this.choice.lifetime());
      const outcome = await this.waysIn.confirmSignUp(this.account(), code.replace(/\s/g, ''));
      // Whoever is signed in is taken on as soon as the session knows.
      if (outcome === 'confirmed') await this.goToSignIn();
    } catch (error) {
      await this.refuse(error);
    }
  }

  protected async sendAgain(): Promise<void> {
    if (this.pause.isOn()) return;
    this.sent.set('');
    try {
      await this.waysIn.resendCode(this.account());
      this.confirmation.set({ kind: 'asking' });
      this.sent.set(
        'A new code is on its way. If it has not come in half a minute, you can ask again.',
      );
      this.pause.begin();
    } catch (error) {
      // Nothing was sent, so there is nothing to wait for.
      await this.refuse(error);
    }
  }

  private async refuse(error: unknown): Promise<void> {
    const problem = toIdentityProblem(error);
    if (problem.kind === 'already-confirmed') await this.goToSignIn();
    else this.confirmation.set({ kind: 'refused', problem });
  }

  private async goToSignIn(): Promise<void> {
    const luggage = { email: this.account(), return: this.return() };
    await this.router.navigateByUrl(wayAddress('/sign-in', luggage, { confirmed: '' }), {
      replaceUrl: true,
    });
  }
}
