import {
  Component,
  DestroyRef,
  type ElementRef,
  Injector,
  afterNextRender,
  computed,
  inject,
  linkedSignal,
  input,
  signal,
  viewChild,
} from '@angular/core';
import { Router } from '@angular/router';
import { Session } from '../../session';
import { Account } from '../../session/account';
import { ListNote } from '../../shared/ui/list-note';
import { TakesFocus } from '../../shared/ui/takes-focus';
import { AccountRow } from './account-row';
import { AccountStore } from './account-store';
import { Attempt } from './attempt';
import { MailboxLink } from './mailbox-link';
import { Outcome } from './outcome';

/** Milliseconds between two codes: an e-mail takes a moment, and Cognito sends only a few per hour. */
const pauseBetweenCodes = 30_000;

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
  imports: [AccountRow, ListNote, MailboxLink, Outcome, TakesFocus],
  templateUrl: './email-section.html',
})
export class EmailSection {
  private readonly account = inject(Account);
  private readonly session = inject(Session);
  private readonly router = inject(Router);
  private readonly destruction = inject(DestroyRef);
  private readonly injector = inject(Injector);
  private readonly opener = viewChild<ElementRef<HTMLElement>>('opener');
  protected readonly store = inject(AccountStore);

  /** The address that waits for its code, from the page's address. */
  readonly pending = input<string>();

  protected readonly attempt = new Attempt();
  protected readonly sending = new Attempt();
  protected readonly isResting = signal(false);
  private readonly chosen = linkedSignal<Step>(() => {
    const address = this.pending();
    return address ? { kind: 'confirming', address } : { kind: 'resting' };
  });
  protected readonly step = computed<Step>(() => {
    const step = this.chosen();
    // Confirmed meanwhile, on another device or in another tab.
    return step.kind === 'confirming' && this.isMine(step.address) ? { kind: 'resting' } : step;
  });

  protected ask(): void {
    this.attempt.forget();
    this.chosen.set({ kind: 'asking' });
  }

  protected enterCode(): void {
    this.attempt.forget();
    this.chosen.set({ kind: 'confirming', address: null });
  }

  protected async close(): Promise<void> {
    this.chosen.set({ kind: 'resting' });
    this.attempt.forget();
    await this.show(null);
    afterNextRender(() => this.opener()?.nativeElement.focus(), { injector: this.injector });
  }

  protected async change(submission: Event, typed: string): Promise<void> {
    submission.preventDefault();
    const address = typed.trim();
    if (isSameAddress(address, this.store.email())) {
      this.attempt.refuse('That is your address already. Type the new one.');
      return;
    }
    await this.attempt.run(async () => {
      if ((await this.account.changeEmail(address)) === 'code-sent') {
        this.chosen.set({ kind: 'confirming', address });
        await this.show(address);
        return '';
      }
      await this.finish();
      return `Your address is now ${address}.`;
    });
  }

  protected async confirm(submission: Event, typed: string): Promise<void> {
    submission.preventDefault();
    const isDone = await this.attempt.run(async () => {
      await this.account.confirmEmail(typed.replace(/\s/g, ''));
      await this.store.lookAgain();
      await this.finish();
      return `Your address is now ${this.store.email()}. Sign in with it from now on.`;
    });
    // An answer may have been lost on its way, and the code with it.
    if (!isDone) await this.store.lookAgain();
  }

  protected async sendAgain(): Promise<void> {
    if (this.isResting()) return;
    const isDone = await this.sending.run(async () => {
      await this.account.resendEmailCode();
      return 'Another code is on its way. The one before no longer counts.';
    });
    if (isDone) this.restForAWhile();
  }

  /** For an address that the pool has, but that nobody has confirmed yet. */
  protected async confirmPresent(): Promise<void> {
    this.chosen.set({ kind: 'confirming', address: this.store.email() });
    await this.sendAgain();
  }

  private async finish(): Promise<void> {
    this.chosen.set({ kind: 'resting' });
    await this.show(null);
    afterNextRender(() => this.opener()?.nativeElement.focus(), { injector: this.injector });
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

  private restForAWhile(): void {
    this.isResting.set(true);
    const timer = setTimeout(() => {
      this.isResting.set(false);
    }, pauseBetweenCodes);
    this.destruction.onDestroy(() => {
      clearTimeout(timer);
    });
  }
}

function isSameAddress(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
