import {
  Component,
  type ElementRef,
  computed,
  inject,
  resource,
  signal,
  viewChild,
} from '@angular/core';
import { ConfigurationLoader } from '../../shared/configuration';
import { Account } from '../../session/account';
import { ListNote } from '../../shared/ui/list-note';
import { TakesFocus } from '../../shared/ui/takes-focus';
import { AccountRow } from './account-row';
import { AccountStore } from './account-store';
import { Attempt } from './attempt';
import { Outcome } from './outcome';
import { passwordRules } from './password-rules';

/** The password: another one, or the first one for those who sign in without. */
@Component({
  selector: 'pp-password-section',
  imports: [AccountRow, ListNote, Outcome, TakesFocus],
  templateUrl: './password-section.html',
})
export class PasswordSection {
  private readonly account = inject(Account);
  private readonly configuration = inject(ConfigurationLoader);
  private readonly opener = viewChild<ElementRef<HTMLElement>>('opener');

  protected readonly store = inject(AccountStore);
  protected readonly attempt = new Attempt();
  protected readonly isOpen = signal(false);
  protected readonly isShown = signal(false);
  protected readonly current = signal('');
  protected readonly typed = signal('');
  private readonly rules = resource({
    loader: async () => passwordRules(await this.configuration.load()),
  });
  protected readonly checks = computed(() =>
    (this.rules.hasValue() ? this.rules.value() : []).map(({ words, isMetBy }) => ({
      words,
      isMet: isMetBy(this.typed()),
    })),
  );
  protected readonly missing = computed(() =>
    this.checks()
      .filter(({ isMet }) => !isMet)
      .map(({ words }) => words)
      .join(', '),
  );

  protected open(): void {
    this.attempt.forget();
    this.isShown.set(false);
    this.isOpen.set(true);
  }

  protected close(): void {
    this.isOpen.set(false);
    // Nobody who comes to this screen later finds them there.
    this.current.set('');
    this.typed.set('');
    this.opener()?.nativeElement.focus();
  }

  protected async change(submission: Event, hasPassword: boolean): Promise<void> {
    submission.preventDefault();
    const current = hasPassword ? this.current() : null;
    if (this.missing()) {
      this.attempt.refuse(`The new password still needs ${this.missing()}.`);
      return;
    }
    if (this.typed() === current) {
      this.attempt.refuse('That is your present password. Choose another one.');
      return;
    }
    const isDone = await this.attempt.run(async () => {
      await this.account.changePassword(current, this.typed());
      return 'Your new password counts from now on. You stay signed in wherever you are; if somebody else may know the old one, sign out everywhere below.';
    });
    if (!isDone) return;
    this.store.factors.update((factors) => factors && { ...factors, hasPassword: true });
    this.close();
  }
}
