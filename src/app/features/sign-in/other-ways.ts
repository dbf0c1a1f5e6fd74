import { Component, computed, inject, input, signal } from '@angular/core';
import { type OfferedWays, WaysIn } from '../../session/ways-in';
import { canUsePasskeys } from './can-use-passkeys';
import { wayAddress } from './way-address';

type Way = 'password' | 'code' | 'passkey';

/** The ways in beside the one that is shown. What was typed goes along. */
@Component({
  selector: 'pp-other-ways',
  template: `
    @if (ways().length) {
      <nav class="other-ways" aria-labelledby="other-ways">
        <p id="other-ways" class="other-ways-or">or</p>
        @for (way of ways(); track way.href) {
          <a class="button" [href]="way.href">{{ way.label }}</a>
        }
      </nav>
    }
  `,
})
export class OtherWays {
  private readonly waysIn = inject(WaysIn);
  private readonly hasPasskeys = canUsePasskeys();

  /** The way that the page shows. */
  readonly beside = input.required<Way>();
  readonly email = input<string>();
  readonly return = input<string>();

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

  private async ask(): Promise<void> {
    try {
      this.offered.set(await this.waysIn.offered());
    } catch {
      // Without a configuration nobody can sign in; the page around these ways says so.
    }
  }
}
