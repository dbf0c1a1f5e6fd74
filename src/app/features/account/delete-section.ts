import { Component, type ElementRef, computed, inject, signal, viewChild } from '@angular/core';
import { Account } from '../../session/account';
import { AccountRow } from './account-row';
import { AccountStore } from './account-store';
import { Attempt } from './attempt';
import { injectFarewell } from './farewell';
import { Outcome } from './outcome';

/** The end of the account, after its address has been typed. */
@Component({
  selector: 'pp-delete-section',
  imports: [AccountRow, Outcome],
  templateUrl: './delete-section.html',
})
export class DeleteSection {
  private readonly account = inject(Account);
  private readonly leave = injectFarewell();
  private readonly dialog = viewChild.required<ElementRef<HTMLDialogElement>>('dialog');

  protected readonly store = inject(AccountStore);
  protected readonly attempt = new Attempt();
  protected readonly typed = signal('');
  protected readonly isConfirmed = computed(() => {
    const email = this.store.email();
    return email !== '' && this.typed().trim().toLowerCase() === email.toLowerCase();
  });

  protected open(): void {
    this.attempt.forget();
    this.typed.set('');
    this.dialog().nativeElement.showModal();
  }

  protected close(): void {
    if (!this.attempt.isBusy()) this.dialog().nativeElement.close();
  }

  /** Escape while it runs would look as if it could still be stopped. */
  protected stay(event: Event): void {
    if (this.attempt.isBusy()) event.preventDefault();
  }

  protected async deleteAccount(submission: Event): Promise<void> {
    submission.preventDefault();
    if (!this.isConfirmed()) {
      this.attempt.refuse('That is not the address of this account. Check it, then try again.');
      return;
    }
    const isDone = await this.attempt.run(async () => {
      await this.account.delete();
      return '';
    });
    if (!isDone) return;
    this.close();
    await this.leave('Your account is deleted. You are signed out.');
  }
}
