import { Component, type ElementRef, inject, signal, viewChild } from '@angular/core';
import { form, required, validate } from '@angular/forms/signals';
import { Account } from '../../session/account';
import { Attempt } from '../../shared/attempt';
import { formParts } from '../../shared/forms/form-parts';
import { submission } from '../../shared/forms/submission';
import { Outcome } from '../../shared/ui/outcome';
import { TakesFocus } from '../../shared/ui/takes-focus';
import { AccountRow } from './account-row';
import { AccountStore } from './account-store';
import { isSameAddress } from './email-address';
import { injectFarewell } from './farewell';

/** The end of the account, after its address has been typed. */
@Component({
  selector: 'pp-delete-section',
  imports: [AccountRow, Outcome, TakesFocus, formParts],
  templateUrl: './delete-section.html',
})
export class DeleteSection {
  private readonly account = inject(Account);
  private readonly leave = injectFarewell();
  private readonly dialog = viewChild.required<ElementRef<HTMLDialogElement>>('dialog');

  protected readonly store = inject(AccountStore);
  protected readonly attempt = new Attempt();
  protected readonly isOpen = signal(false);
  private readonly typed = signal({ email: '' });
  protected readonly form = form(
    this.typed,
    (path) => {
      required(path.email, { message: 'Type the address of this account to go on.' });
      validate(path.email, ({ value }) =>
        isSameAddress(value(), this.store.email())
          ? undefined
          : {
              kind: 'other-address',
              message: 'That is not the address of this account. Check it, then try again.',
            },
      );
    },
    { submission: submission(this.attempt, () => this.delete()) },
  );

  protected open(): void {
    this.attempt.forget();
    this.form().reset({ email: '' });
    this.isOpen.set(true);
    this.dialog().nativeElement.showModal();
  }

  protected close(): void {
    if (!this.attempt.isBusy()) this.dialog().nativeElement.close();
  }

  /** Escape while it runs would look as if it could still be stopped. */
  protected stay(event: Event): void {
    if (this.attempt.isBusy()) event.preventDefault();
  }

  private async delete(): Promise<undefined> {
    await this.account.delete();
    this.dialog().nativeElement.close();
    await this.leave('Your account is deleted. You are signed out.');
  }
}
