import {
  Component,
  type ElementRef,
  computed,
  inject,
  linkedSignal,
  input,
  signal,
  viewChild,
} from '@angular/core';
import { injectFocusAfterRender } from '../../shared/focus-after-render';
import { email, form, maxLength, required, validate } from '@angular/forms/signals';
import { Router } from '@angular/router';
import { Session } from '../../session';
import { Account } from '../../session/account';
import { Attempt } from '../../shared/attempt';
import { CoolDown } from '../../shared/cool-down';
import { formParts } from '../../shared/forms/form-parts';
import { sixDigits, bareCode } from '../../shared/forms/codes';
import { submission } from '../../shared/forms/submission';
import { ListNote } from '../../shared/ui/list-note';
import { MailboxHint } from '../../shared/ui/mailbox-hint';
import { Outcome } from '../../shared/ui/outcome';
import { TakesFocus } from '../../shared/ui/takes-focus';
import { AccountRow } from './account-row';
import { AccountStore } from './account-store';
import { isSameAddress } from './email-address';

/** `address` is `null` where it is not known here: the code was asked for on another device. */
type Step =
  | { readonly kind: 'resting' | 'asking' }
  | { readonly kind: 'confirming'; readonly address: string | null };

/**
 * The e-mail address. Another one takes effect with the code that was sent to it. That one is pending
 * is what Cognito tells nobody, so it stands in the page's address (`?email=`), as after a reload.
 */
@Component({
  selector: 'pp-email-section',
  imports: [AccountRow, ListNote, MailboxHint, Outcome, TakesFocus, formParts],
  templateUrl: './email-section.html',
})
export class EmailSection {
  private readonly account = inject(Account);
  private readonly session = inject(Session);
  private readonly router = inject(Router);
  private readonly focus = injectFocusAfterRender();
  private readonly opener = viewChild<ElementRef<HTMLElement>>('opener');
  protected readonly store = inject(AccountStore);

  /** The address that waits for its code, from the page's address. */
  readonly pending = input<string>();

  protected readonly attempt = new Attempt();
  protected readonly sending = new Attempt();
  protected readonly coolDown = new CoolDown();
  private readonly chosen = linkedSignal<Step>(() => {
    const address = this.pending();
    return address ? { kind: 'confirming', address } : { kind: 'resting' };
  });
  protected readonly step = computed<Step>(() => {
    const step = this.chosen();
    // Confirmed meanwhile, on another device or in another tab.
    return step.kind === 'confirming' && this.isMine(step.address) ? { kind: 'resting' } : step;
  });

  private readonly typedAddress = signal({ address: '' });
  protected readonly addressForm = form(
    this.typedAddress,
    ({ address }) => {
      required(address, { message: 'Type your new e-mail address.' });
      email(address, { message: 'That is not an e-mail address. Check it, then try again.' });
      maxLength(address, 128, { message: 'An address has at most 128 characters here.' });
      validate(address, ({ value }) =>
        isSameAddress(value(), this.store.email())
          ? { kind: 'present-address', message: 'That is your address already. Type the new one.' }
          : undefined,
      );
    },
    {
      submission: submission(
        this.attempt,
        ({ address }) => this.change(address.trim()),
        ({ address }) => ({ 'account-exists': address }),
      ),
    },
  );
  private readonly typedCode = signal({ code: '' });
  protected readonly codeForm = form(
    this.typedCode,
    ({ code }) => {
      sixDigits(code);
    },
    {
      submission: submission(
        this.attempt,
        ({ code }) => this.confirm(bareCode(code)),
        ({ code }) => ({ 'wrong-code': code, 'expired-code': code }),
      ),
    },
  );

  protected ask(): void {
    this.attempt.forget();
    this.addressForm().reset({ address: '' });
    this.chosen.set({ kind: 'asking' });
  }

  protected enterCode(): void {
    this.attempt.forget();
    this.askForCode(null);
  }

  protected async close(): Promise<void> {
    this.chosen.set({ kind: 'resting' });
    this.attempt.forget();
    await this.show(null);
    this.focus(this.opener);
  }

  protected async sendAgain(): Promise<void> {
    if (this.coolDown.isRunning()) return;
    await this.sending.run(async () => {
      await this.account.resendEmailCode();
      this.coolDown.begin();
      return 'Another code is on its way. The one before no longer counts.';
    });
  }

  /** For an address that the pool has, but that nobody has confirmed yet. */
  protected async confirmPresent(): Promise<void> {
    this.askForCode(this.store.email());
    await this.sendAgain();
  }

  private askForCode(address: string | null): void {
    this.codeForm().reset({ code: '' });
    this.chosen.set({ kind: 'confirming', address });
  }

  private async change(address: string): Promise<string> {
    if ((await this.account.changeEmail(address)) === 'code-sent') {
      this.askForCode(address);
      await this.show(address);
      return '';
    }
    await this.finish();
    return `Your address is now ${address}.`;
  }

  private async confirm(code: string): Promise<string> {
    const step = this.chosen();
    try {
      await this.account.confirmEmail(code);
      await this.store.lookAgain();
    } catch (problem) {
      await this.store.lookAgain();
      // The answer to an earlier try may have been lost on its way, and the code with it.
      if (step.kind !== 'confirming' || !this.isMine(step.address)) throw problem;
    }
    await this.finish();
    return `Your address is now ${this.store.email()}. Sign in with it from now on.`;
  }

  private async finish(): Promise<void> {
    this.chosen.set({ kind: 'resting' });
    await this.show(null);
    this.focus(this.opener);
    // The tokens in use say the old address until they are renewed. The pool has the new one either way.
    await this.session.refresh().catch(() => undefined);
  }

  private isMine(address: string | null): boolean {
    if (address === null || !this.store.profile.hasValue()) return false;
    const { email, isEmailVerified } = this.store.profile.value();
    return isEmailVerified && isSameAddress(address, email);
  }

  private async show(email: string | null): Promise<void> {
    const queryParams = { email };
    await this.router.navigate([], { queryParams, queryParamsHandling: 'merge', replaceUrl: true });
  }
}
