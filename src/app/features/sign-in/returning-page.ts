import { Component, type OnDestroy, effect, inject, signal } from '@angular/core';
import { Router } from '@angular/router';
import { Session, signInAddress } from '../../session';
import { type Arrival, ManagedLogin, ManagedLoginCallback } from '../../session/ways-in';
import { Attempt } from '../../shared/attempt';

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

  protected readonly attempt = new Attempt();
  protected readonly arrival = signal<Arrival | null>(null);

  constructor() {
    effect(() => {
      const arrival = this.arrival();
      if (arrival?.kind !== 'signed-in' || !this.session.person()) return;
      void this.router.navigateByUrl(arrival.returnTo, { replaceUrl: true });
    });
    void this.finish();
  }

  ngOnDestroy(): void {
    this.callback.current = null;
  }

  protected async finish(): Promise<void> {
    const { current } = this.callback;
    if (current) await this.arrive(() => this.managedLogin.finish(current));
  }

  protected async takeOver(): Promise<void> {
    await this.arrive(async () => {
      await this.managedLogin.takeOver();
      return { kind: 'signed-in', returnTo: this.returnTo };
    });
  }

  protected async turnAway(): Promise<void> {
    await this.arrive(async () => {
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

  private async arrive(act: () => Promise<Arrival>): Promise<void> {
    const hasArrived = await this.attempt.run(async () => {
      this.arrival.set(await act());
      return undefined;
    });
    // Also for whom this browser holds a session of, but has not asked for yet.
    if (hasArrived) await this.session.settled();
  }
}
