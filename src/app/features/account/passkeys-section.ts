import { Component, DOCUMENT, type ElementRef, inject, viewChild } from '@angular/core';
import { injectFocusAfterRender } from '../../shared/focus-after-render';
import { Account, type Passkey } from '../../session/account';
import { Attempt } from '../../shared/attempt';
import { ListNote } from '../../shared/ui/list-note';
import { Outcome } from '../../shared/ui/outcome';
import { PaperTime } from '../../shared/ui/paper-time';
import { AccountRow } from './account-row';
import { AccountStore } from './account-store';
import { ConfirmButton } from './confirm-button';

/** Cognito keeps at most so many of each person. */
const limit = 20;

/** Where the key itself is kept. */
const places = {
  here: '· on the device itself',
  apart: '· on a security key or a phone',
  unknown: '',
} as const satisfies Record<Passkey['kind'], string>;

/** The passkeys that open this account. */
@Component({
  selector: 'pp-passkeys-section',
  imports: [AccountRow, ConfirmButton, ListNote, Outcome, PaperTime],
  templateUrl: './passkeys-section.html',
})
export class PasskeysSection {
  private readonly account = inject(Account);
  private readonly focus = injectFocusAfterRender();
  private readonly addButton = viewChild<ElementRef<HTMLElement>>('addButton');

  protected readonly store = inject(AccountStore);
  protected readonly adding = new Attempt();
  protected readonly removal = new Attempt();
  protected readonly limit = limit;
  protected readonly places = places;
  /** Over plain HTTP, and in old browsers, there is none. */
  protected readonly canMakePasskeys =
    inject(DOCUMENT).defaultView?.PublicKeyCredential !== undefined;

  protected async add(): Promise<void> {
    this.removal.forget();
    await this.adding.run(async () => {
      await this.account.addPasskey();
      void this.store.lookAgainAtPasskeys();
      return 'The passkey is added. It opens your account from the next sign-in on.';
    });
  }

  protected async remove({ id, name }: Passkey): Promise<void> {
    this.adding.forget();
    const isDone = await this.removal.run(async () => {
      await this.account.removePasskey(id);
      return `“${name}” no longer opens your account. Your device may still offer it; remove it there too.`;
    });
    if (!isDone) return;
    this.store.passkeys.update((passkeys) => passkeys?.filter((passkey) => passkey.id !== id));
    // The button that had the focus has gone with its passkey.
    this.focus(this.addButton);
  }
}
