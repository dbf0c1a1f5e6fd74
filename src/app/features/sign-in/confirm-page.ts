import { Component, DestroyRef, computed, inject, input, signal } from '@angular/core';
import { Router } from '@angular/router';
import { type IdentityProblem, WaysIn, toIdentityProblem } from '../../session/ways-in';
import { MailboxHint } from './mailbox-hint';
import { returnWhenSignedIn } from './return-when-signed-in';

/** Milliseconds between two codes: an e-mail takes a moment, and Cognito sends only a few per hour. */
const pauseBetweenCodes = 30_000;

type Confirmation =
  | { readonly kind: 'asking' }
  | { readonly kind: 'confirming' }
  | { readonly kind: 'refused'; readonly problem: IdentityProblem };

/** `/confirm?email=<address>&return=<path>`: everything it needs is in its address. */
@Component({
  selector: 'pp-confirm-page',
  imports: [MailboxHint],
  templateUrl: './confirm-page.html',
})
export class ConfirmPage {
  private readonly waysIn = inject(WaysIn);
  private readonly router = inject(Router);
  private readonly destruction = inject(DestroyRef);

  readonly email = input<string>();
  readonly return = input<string>();

  protected readonly confirmation = signal<Confirmation>({ kind: 'asking' });
  protected readonly typedEmail = signal('');
  protected readonly sent = signal('');
  protected readonly isCoolingDown = signal(false);
  private readonly account = computed(() => this.email() ?? this.typedEmail().trim());

  constructor() {
    returnWhenSignedIn(this.return);
  }

  protected async confirm(submission: Event, code: string): Promise<void> {
    submission.preventDefault();
    if (this.confirmation().kind === 'confirming') return;
    this.confirmation.set({ kind: 'confirming' });
    try {
      const outcome = await this.waysIn.confirmSignUp(this.account(), code.replace(/\s/g, ''));
      // Whoever is signed in is taken on as soon as the session knows.
      if (outcome === 'confirmed') await this.goToSignIn();
    } catch (error) {
      await this.refuse(error);
    }
  }

  protected async sendAgain(): Promise<void> {
    this.isCoolingDown.set(true);
    try {
      await this.waysIn.resendCode(this.account());
      this.confirmation.set({ kind: 'asking' });
      this.sent.set(
        'A new code is on its way. If it has not come in half a minute, you can ask again.',
      );
      this.endCoolDownLater();
    } catch (error) {
      // Nothing was sent, so there is nothing to wait for.
      this.isCoolingDown.set(false);
      this.sent.set('');
      await this.refuse(error);
    }
  }

  private async refuse(error: unknown): Promise<void> {
    const problem = toIdentityProblem(error);
    if (problem.kind === 'already-confirmed') await this.goToSignIn();
    else this.confirmation.set({ kind: 'refused', problem });
  }

  private async goToSignIn(): Promise<void> {
    await this.router.navigate(['/sign-in'], {
      queryParams: { email: this.account(), return: this.return(), confirmed: '' },
      replaceUrl: true,
    });
  }

  private endCoolDownLater(): void {
    const timer = setTimeout(() => {
      this.isCoolingDown.set(false);
    }, pauseBetweenCodes);
    this.destruction.onDestroy(() => {
      clearTimeout(timer);
    });
  }
}
