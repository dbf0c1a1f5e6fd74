import { Component, computed, inject, input, signal } from '@angular/core';
import { returnAddress } from '../../session';
import {
  LifetimeChoice,
  ManagedLogin,
  ManagedLoginProblem,
  type OfferedWays,
  WaysIn,
  toIdentityProblem,
} from '../../session/ways-in';
import { canUsePasskeys } from './can-use-passkeys';
import { wayAddress } from './way-address';

type Way = 'password' | 'code' | 'passkey';

/** The ways in beside the one that is shown. What was typed goes along. */
@Component({
  selector: 'pp-other-ways',
  // Whoever comes back from the user pool's page by the browser's button finds this one as it was left.
  host: { '(window:pageshow)': 'isLeaving.set(false)' },
  template: `
    @if (ways().length || hasManagedLogin()) {
      <nav class="other-ways" aria-labelledby="other-ways">
        <p id="other-ways" class="other-ways-or">or</p>
        @for (way of ways(); track way.href) {
          <a class="button" [href]="way.href">{{ way.label }}</a>
        }
        @if (hasManagedLogin()) {
          <button
            type="button"
            class="button"
            [attr.aria-disabled]="isLeaving() || null"
            (click)="leave()"
          >
            {{ isLeaving() ? 'Opening the page …' : 'Sign in at the user pool’s page' }}
          </button>
          <p class="confirm-problem" role="alert">{{ problem() }}</p>
        }
      </nav>
    }
  `,
})
export class OtherWays {
  private readonly waysIn = inject(WaysIn);
  private readonly managedLogin = inject(ManagedLogin);
  private readonly choice = inject(LifetimeChoice);
  private readonly hasPasskeys = canUsePasskeys();

  /** The way that the page shows. */
  readonly beside = input.required<Way>();
  readonly email = input<string>();
  readonly return = input<string>();

  protected readonly hasManagedLogin = signal(false);
  protected readonly isLeaving = signal(false);
  protected readonly problem = signal('');
  private readonly offered = signal<OfferedWays>({ emailCode: false, passkey: false });
  protected readonly ways = computed(() => {
    const { emailCode, passkey } = this.offered();
    const luggage = { email: this.email(), return: this.return() };
    const all = [
      {
        way: 'password',
        isOffered: true,
        label: 'Sign in with a password',
        href: wayAddress('/sign-in', luggage),
      },
      {
        way: 'passkey',
        isOffered: passkey && this.hasPasskeys,
        label: 'Sign in with a passkey',
        href: wayAddress('/sign-in/passkey', luggage),
      },
      {
        way: 'code',
        isOffered: emailCode,
        label: 'E-mail me a code',
        href: wayAddress('/sign-in/code', luggage),
      },
    ];
    return all.filter(({ way, isOffered }) => isOffered && way !== this.beside());
  });

  constructor() {
    void this.ask();
  }

  /** The user pool's own page: what was typed and chosen here goes along. */
  protected async leave(): Promise<void> {
    if (this.isLeaving()) return;
    this.isLeaving.set(true);
    this.problem.set('');
    try {
      await this.managedLogin.start({
        returnTo: returnAddress(this.return()),
        email: this.email(),
        lifetime: this.choice.lifetime(),
      });
    } catch (error) {
      // Said here: the other ways may still work.
      const problem = error instanceof ManagedLoginProblem ? error : toIdentityProblem(error);
      this.problem.set(problem.message);
      this.isLeaving.set(false);
    }
  }

  private async ask(): Promise<void> {
    this.hasManagedLogin.set(await this.managedLogin.isOffered());
    try {
      this.offered.set(await this.waysIn.offered());
    } catch {
      // Without a configuration nobody can sign in; the page around these ways says so.
    }
  }
}
