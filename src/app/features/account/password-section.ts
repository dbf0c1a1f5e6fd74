import { Component, type ElementRef, computed, inject, signal, viewChild } from '@angular/core';
import { form, maxLength, required, validate } from '@angular/forms/signals';
import { Account } from '../../session/account';
import { Attempt } from '../../shared/attempt';
import { formParts } from '../../shared/forms/form-parts';
import { knownPassword, withoutSpaceAtEnds } from '../../shared/forms/password-ends';
import { injectPasswordRules, missingFrom } from '../../shared/forms/password-rules';
import { submission } from '../../shared/forms/submission';
import { ListNote } from '../../shared/ui/list-note';
import { Outcome } from '../../shared/ui/outcome';
import { PasswordChecks } from '../../shared/ui/password-checks';
import { TakesFocus } from '../../shared/ui/takes-focus';
import { AccountRow } from './account-row';
import { AccountStore } from './account-store';

const nothing = { current: '', next: '' } as const;
/** Cognito takes no longer ones. */
const longest = { length: 256, message: 'A password has at most 256 characters.' } as const;

/** The password: another one, or the first one for those who sign in without. */
@Component({
  selector: 'pp-password-section',
  imports: [AccountRow, ListNote, Outcome, PasswordChecks, TakesFocus, formParts],
  templateUrl: './password-section.html',
})
export class PasswordSection {
  private readonly account = inject(Account);
  private readonly opener = viewChild<ElementRef<HTMLElement>>('opener');

  protected readonly store = inject(AccountStore);
  protected readonly attempt = new Attempt();
  protected readonly isOpen = signal(false);
  protected readonly isShown = signal(false);
  protected readonly typed = signal<{ current: string; next: string }>(nothing);
  protected readonly rules = injectPasswordRules();
  protected readonly hasPassword = computed(
    () => this.store.factors.hasValue() && this.store.factors.value().hasPassword,
  );
  protected readonly form = form(
    this.typed,
    ({ current, next }) => {
      required(current, { message: 'Type your present password.', when: () => this.hasPassword() });
      maxLength(current, longest.length, longest);
      required(next, { message: 'Type the new password.' });
      maxLength(next, longest.length, longest);
      withoutSpaceAtEnds(next);
      validate(next, ({ value }) => {
        const missing = missingFrom(value(), this.rules());
        return missing
          ? { kind: 'weak-password', message: `The new password still needs ${missing}.` }
          : undefined;
      });
      validate(next, ({ value, valueOf }) =>
        value() === knownPassword(valueOf(current))
          ? {
              kind: 'same-password',
              message: 'That is your present password. Choose another one.',
            }
          : undefined,
      );
    },
    {
      submission: submission(
        this.attempt,
        () => this.change(),
        ({ current, next }) => ({ 'wrong-password': current, 'weak-password': next }),
      ),
    },
  );

  protected open(): void {
    this.attempt.forget();
    this.isShown.set(false);
    this.isOpen.set(true);
  }

  protected close(): void {
    this.isOpen.set(false);
    // Nobody who comes to this screen later finds them there.
    this.form().reset(nothing);
    this.opener()?.nativeElement.focus();
  }

  private async change(): Promise<string> {
    const { current, next } = this.typed();
    await this.account.changePassword(this.hasPassword() ? knownPassword(current) : null, next);
    this.store.factors.update((factors) => factors && { ...factors, hasPassword: true });
    this.close();
    return 'Your new password is active now. You stay signed in wherever you are; if somebody else may know the old one, sign out everywhere below.';
  }
}
