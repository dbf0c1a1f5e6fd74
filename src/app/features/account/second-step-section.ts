import {
  Component,
  DOCUMENT,
  type ElementRef,
  Injector,
  afterNextRender,
  computed,
  inject,
  signal,
  viewChild,
} from '@angular/core';
import { Account } from '../../session/account';
import { ListNote } from '../../shared/ui/list-note';
import { TakesFocus } from '../../shared/ui/takes-focus';
import { AccountRow } from './account-row';
import { AccountStore } from './account-store';
import { Attempt } from './attempt';
import { authenticatorAddress, inGroups } from './authenticator-address';
import { ConfirmButton } from './confirm-button';
import { Outcome } from './outcome';
import { QrCode } from './qr-code';

/** The code of an authenticator app (TOTP, RFC 6238) that follows the password. */
@Component({
  selector: 'pp-second-step-section',
  imports: [AccountRow, ConfirmButton, ListNote, Outcome, QrCode, TakesFocus],
  templateUrl: './second-step-section.html',
})
export class SecondStepSection {
  private readonly account = inject(Account);
  private readonly injector = inject(Injector);
  private readonly clipboard = inject(DOCUMENT).defaultView?.navigator.clipboard;
  private readonly heading = viewChild<ElementRef<HTMLElement>>('value');

  protected readonly store = inject(AccountStore);
  protected readonly attempt = new Attempt();
  protected readonly copying = new Attempt();
  /** While an app is being set up. */
  protected readonly secret = signal<string | null>(null);
  protected readonly secretInGroups = computed(() => inGroups(this.secret() ?? ''));
  protected readonly address = computed(() =>
    authenticatorAddress('Presspass', this.store.email(), this.secret() ?? ''),
  );

  protected async begin(): Promise<void> {
    await this.attempt.run(async () => {
      this.secret.set(await this.account.beginTotp());
      return '';
    });
  }

  protected async copy(): Promise<void> {
    await this.copying.run(async () => {
      try {
        await this.clipboard?.writeText(this.secret() ?? '');
        return this.clipboard ? 'Copied.' : 'This browser does not copy. Select the key instead.';
      } catch {
        // A browser may refuse; the key stands there to be selected.
        return 'This browser does not copy. Select the key instead.';
      }
    });
  }

  protected async turnOn(submission: Event, typed: string): Promise<void> {
    submission.preventDefault();
    const isDone = await this.attempt.run(async () => {
      await this.account.turnTotpOn(typed.replace(/\s/g, ''));
      return 'The second step is on. Your next sign-in asks for a code of the app.';
    });
    if (!isDone) return;
    this.secret.set(null);
    this.remember(true);
  }

  protected cancel(): void {
    this.secret.set(null);
    this.attempt.forget();
    this.goOn();
  }

  protected async turnOff(): Promise<void> {
    const isDone = await this.attempt.run(async () => {
      await this.account.turnTotpOff();
      return 'The second step is off. You can remove the entry from your app.';
    });
    if (isDone) this.remember(false);
  }

  private remember(isTotpOn: boolean): void {
    this.store.factors.update((factors) => factors && { ...factors, isTotpOn });
    this.goOn();
  }

  /** The buttons have changed, so the focus goes to what they are about. */
  private goOn(): void {
    afterNextRender(() => this.heading()?.nativeElement.focus(), { injector: this.injector });
  }
}
