import { type ResourceRef, Service, computed, effect, inject, resource } from '@angular/core';
import { Session } from '../../session';
import { Account } from '../../session/account';

/** What the page knows of the account. */
@Service({ autoProvided: false })
export class AccountStore {
  private readonly account = inject(Account);
  private readonly person = inject(Session).person;
  private readonly id = computed(() => this.person()?.id);

  readonly profile = resource({ params: this.id, loader: () => this.account.profile() });
  readonly factors = resource({ params: this.id, loader: () => this.account.factors() });
  readonly passkeys = resource({ params: this.id, loader: () => this.account.passkeys() });

  /** The address as the pool has it, or, while that is not known, as the session has it. */
  readonly email = computed(() =>
    this.profile.hasValue() ? this.profile.value().email : (this.person()?.email ?? ''),
  );

  constructor() {
    let known = this.person();
    effect(() => {
      const person = this.person();
      // In another tab something has been changed, or in this one.
      if (person && person.id === known?.id && person !== known) void this.lookAgain();
      known = person;
    });
  }

  /** Reads the profile anew, while the page shows the one it has. */
  lookAgain(): Promise<void> {
    return renew(this.profile, this.account.profile());
  }

  /** As `lookAgain`, for the passkeys. */
  lookAgainAtPasskeys(): Promise<void> {
    return renew(this.passkeys, this.account.passkeys());
  }
}

/** Not by `reload`: where it fails, an error would take the place of what the page knows, and of what has just been done. */
async function renew<Value>(
  known: Pick<ResourceRef<Value | undefined>, 'set'>,
  news: Promise<Value>,
): Promise<void> {
  try {
    known.set(await news);
  } catch {
    // The page goes on with what it knows; nobody has asked for more.
  }
}
