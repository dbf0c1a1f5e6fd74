import {
  Component,
  DOCUMENT,
  type ElementRef,
  computed,
  inject,
  signal,
  viewChild,
} from '@angular/core';
import { injectFocusAfterRender } from '../../shared/focus-after-render';
import { form } from '@angular/forms/signals';
import { Account } from '../../session/account';
import { Attempt } from '../../shared/attempt';
import { formParts } from '../../shared/forms/form-parts';
import { sixDigits, bareCode } from '../../shared/forms/codes';
import { submission } from '../../shared/forms/submission';
import { ListNote } from '../../shared/ui/list-note';
import { Outcome } from '../../shared/ui/outcome';
import { TakesFocus } from '../../shared/ui/takes-focus';
import { AccountRow } from './account-row';
import { AccountStore } from './account-store';
import { authenticatorAddress, inGroups } from './authenticator-address';
import { ConfirmButton } from './confirm-button';
import { QrCode } from './qr-code';

/** The code of an authenticator app (TOTP, RFC 6238) that follows the password. */
@Component({
  selector: 'pp-second-step-section',
  imports: [AccountRow, ConfirmButton, ListNote, Outcome, QrCode, TakesFocus, formParts],
  templateUrl: './second-step-section.html',
})
export class SecondStepSection {
  private readonly account = inject(Account);
  private readonly focus = injectFocusAfterRender();
  private readonly clipboard = inject(DOCUMENT).defaultView?.navigator.clipboard;
  private readonly heading = viewChild<ElementRef<HTMLElement>>('value');

  protected readonly store = inject(AccountStore);
  protected readonly attempt = new Attempt();
  /** What came of copying the key, in words. */
  protected readonly copied = signal('');
  /** While an app is being set up. */
  protected readonly secret = signal<string | null>(null);
  protected readonly secretInGroups = computed(() => inGroups(this.secret() ?? ''));
  protected readonly address = computed(() =>
    authenticatorAddress('Presspass', this.store.email(), this.secret() ?? ''),
  );
  private readonly typed = signal({ code: '' });
  protected readonly form = form(
    this.typed,
    ({ code }) => {
      sixDigits(code);
    },
    {
      submission: submission(
        this.attempt,
        ({ code }) => this.turnOn(code),
        ({ code }) => ({ 'wrong-code': code }),
      ),
    },
  );

  protected async begin(): Promise<void> {
    await this.attempt.run(async () => {
      this.secret.set(await this.account.beginTotp());
      this.copied.set('');
      this.form().reset({ code: '' });
    });
  }

  protected async copy(): Promise<void> {
    // Over plain HTTP there is no clipboard, and a browser may refuse. The key stands there to be selected.
    const isCopied = await this.clipboard?.writeText(this.secret() ?? '').then(
      () => true,
      () => false,
    );
    this.copied.set(isCopied ? 'Copied.' : 'This browser does not copy. Select the key instead.');
  }

  private async turnOn(code: string): Promise<string> {
    await this.account.turnTotpOn(bareCode(code));
    this.secret.set(null);
    this.remember(true);
    return 'The second step is on. Your next sign-in asks for a code of the app.';
  }

  protected cancel(): void {
    this.secret.set(null);
    this.attempt.forget();
    this.goOn();
  }

  protected async turnOff(): Promise<void> {
    await this.attempt.run(async () => {
      await this.account.turnTotpOff();
      this.remember(false);
      return 'The second step is off. You can remove the entry from your app.';
    });
  }

  private remember(isTotpOn: boolean): void {
    this.store.factors.update((factors) => factors && { ...factors, isTotpOn });
    this.goOn();
  }

  /** The buttons have changed, so the focus goes to what they are about. */
  private goOn(): void {
    this.focus(this.heading);
  }
}
