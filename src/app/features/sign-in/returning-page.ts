import { Component, type OnDestroy, effect, inject, signal } from '@angular/core';
import { Router } from '@angular/router';
import { Session, signInAddress } from '../../session';
import {
  type Arrival,
  ManagedLogin,
  ManagedLoginCallback,
  ManagedLoginProblem,
} from '../../session/ways-in';

type State =
  | { readonly kind: 'finishing' }
  | Arrival
  | { readonly kind: 'failed'; readonly problem: ManagedLoginProblem };

/** `/sign-in`, come to from the user pool's own page: makes a session of what that page has sent along. */
@Component({
  selector: 'pp-returning-page',
  templateUrl: './returning-page.html',
})
export class ReturningPage implements OnDestroy {
  private readonly session = inject(Session);
  private readonly managedLogin = inject(ManagedLogin);
  private readonly callback = inject(ManagedLoginCallback).address;
  private readonly router = inject(Router);
  private readonly returnTo = this.managedLogin.returnAddress();

  protected readonly state = signal<State>({ kind: 'finishing' });

  constructor() {
    effect(() => {
      const state = this.state();
      if (state.kind !== 'signed-in' || !this.session.person()) return;
      void this.router.navigateByUrl(state.returnTo, { replaceUrl: true });
    });
    void this.finish();
  }

  ngOnDestroy(): void {
    this.callback.current = null;
  }

  protected async finish(): Promise<void> {
    const { current } = this.callback;
    if (current) await this.show(() => this.managedLogin.finish(current));
  }

  protected async takeOver(): Promise<void> {
    await this.show(async () => {
      await this.managedLogin.takeOver();
      return { kind: 'signed-in', returnTo: this.returnTo };
    });
  }

  protected async turnAway(): Promise<void> {
    await this.show(async () => {
      await this.managedLogin.turnAway();
      return { kind: 'signed-in', returnTo: this.returnTo };
    });
  }

  protected async startAgain(): Promise<void> {
    this.callback.current = null;
    // The address is the same one, and leads to the sign-in page now.
    await this.router.navigateByUrl(signInAddress(this.router, this.returnTo), {
      onSameUrlNavigation: 'reload',
      replaceUrl: true,
    });
  }

  private async show(act: () => Promise<Arrival>): Promise<void> {
    this.state.set({ kind: 'finishing' });
    try {
      this.state.set(await act());
      // Also for whom this browser holds a session of, but has not asked for yet.
      await this.session.settled();
    } catch (problem) {
      this.state.set({ kind: 'failed', problem: asProblem(problem) });
    }
  }
}

/** What is thrown otherwise is a defect, and has no words of its own. */
function asProblem(problem: unknown): ManagedLoginProblem {
  return problem instanceof ManagedLoginProblem
    ? problem
    : new ManagedLoginProblem('broken', { cause: problem });
}
