import { Component, DOCUMENT, computed, inject, input, resource } from '@angular/core';
import { RouterLink } from '@angular/router';
import { firstValueFrom, fromEvent } from 'rxjs';
import { returnAddress } from '../../session';
import { LifetimeChoice, ManagedLogin, WaysIn } from '../../session/ways-in';
import { Attempt } from '../../shared/attempt';
import { canUsePasskeys } from './can-use-passkeys';

type Way = 'password' | 'code' | 'passkey';

/** The ways in beside the one that is shown. What was typed goes along. */
@Component({
  selector: 'pp-other-ways',
  imports: [RouterLink],
  template: `
    @if (ways().length || hasManagedLogin()) {
      <nav class="other-ways" aria-labelledby="other-ways">
        <p id="other-ways" class="other-ways-or">or</p>
        @for (way of ways(); track way.path) {
          <a class="button" [routerLink]="way.path" [queryParams]="queryParams()">{{
            way.label
          }}</a>
        }
        @if (hasManagedLogin()) {
          <button
            type="button"
            class="button"
            [attr.aria-disabled]="leaving.isBusy() || null"
            (click)="leave()"
          >
            {{ leaving.isBusy() ? 'Opening the page …' : 'Sign in on a separate page' }}
          </button>
          <p class="field-error" role="alert">{{ leaving.problem()?.message }}</p>
        }
      </nav>
    }
  `,
})
export class OtherWays {
  private readonly waysIn = inject(WaysIn);
  private readonly managedLogin = inject(ManagedLogin);
  private readonly choice = inject(LifetimeChoice);
  private readonly window = inject(DOCUMENT).defaultView;
  private readonly hasPasskeys = canUsePasskeys();

  /** The way that the page shows. */
  readonly beside = input.required<Way>();
  readonly email = input<string>();
  readonly return = input<string>();

  // Without a configuration nobody can sign in; the page around these ways says so.
  private readonly offered = resource({ loader: () => this.waysIn.offered() });
  private readonly managed = resource({ loader: () => this.managedLogin.isOffered() });
  protected readonly hasManagedLogin = computed(
    () => this.managed.hasValue() && this.managed.value(),
  );
  protected readonly ways = computed(() => {
    if (!this.offered.hasValue()) return [];
    const { emailCode, passkey } = this.offered.value();
    const all = [
      { way: 'password', isOffered: true, label: 'Sign in with a password', path: '/sign-in' },
      {
        way: 'passkey',
        isOffered: passkey && this.hasPasskeys,
        label: 'Sign in with a passkey',
        path: '/sign-in/passkey',
      },
      { way: 'code', isOffered: emailCode, label: 'E-mail me a code', path: '/sign-in/code' },
    ];
    return all.filter(({ way, isOffered }) => isOffered && way !== this.beside());
  });
  protected readonly queryParams = computed(() => {
    const email = this.email();
    return { ...(email && { email }), return: this.return() };
  });
  protected readonly leaving = new Attempt();

  /** The user pool's own page: what was typed and chosen here goes along. */
  protected async leave(): Promise<void> {
    await this.leaving.run(async () => {
      await this.managedLogin.start({
        returnTo: returnAddress(this.return()),
        email: this.email(),
        lifetime: this.choice.lifetime(),
      });
      // Whoever comes back by the browser's button finds this page as it was left.
      if (this.window) await firstValueFrom(fromEvent(this.window, 'pageshow'));
      return undefined;
    });
  }
}
