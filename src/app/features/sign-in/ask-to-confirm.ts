import { Component, inject, input } from '@angular/core';
import { Router } from '@angular/router';
import { IdentityProblem, type IdentityProblemKind, WaysIn } from '../../session/ways-in';
import { Attempt } from '../../shared/attempt';
import { Outcome } from '../../shared/ui/outcome';

/** What the user pool tells of an address instead of sending it a code: that it is confirmed, or that nobody has it. */
const aboutTheAddress: readonly IdentityProblemKind[] = ['already-confirmed', 'wrong-password'];

/**
 * The way out of a sign-up that was never finished: sends a new code, and leads to the page that takes it. It does and says
 * the same for every address, so that nobody learns here who has an account.
 */
@Component({
  selector: 'pp-ask-to-confirm',
  imports: [Outcome],
  template: `
    <p class="hint"><ng-content /></p>
    <button
      type="button"
      class="button-plain"
      [attr.aria-disabled]="attempt.isBusy() || null"
      (click)="confirm()"
    >
      {{ attempt.isBusy() ? 'Sending a code …' : 'Confirm your address' }}
    </button>
    <pp-outcome [of]="attempt" />
  `,
  host: { class: 'ask-to-confirm' },
})
export class AskToConfirm {
  private readonly waysIn = inject(WaysIn);
  private readonly router = inject(Router);

  /** As typed; without one, the page asks for it. */
  readonly email = input<string>();
  readonly return = input<string>();
  protected readonly attempt = new Attempt();

  protected async confirm(): Promise<void> {
    const email = this.email()?.trim();
    await this.attempt.run(async () => {
      if (email) await this.sendCode(email);
      await this.router.navigate(['/confirm'], {
        queryParams: { ...(email && { email, sent: '' }), return: this.return() },
      });
    });
  }

  private async sendCode(email: string): Promise<void> {
    try {
      await this.waysIn.resendCode(email);
    } catch (problem) {
      const isToldToNobody =
        problem instanceof IdentityProblem && aboutTheAddress.includes(problem.kind);
      if (!isToldToNobody) throw problem;
    }
  }
}
