import { Component, type ElementRef, inject, signal, viewChild } from '@angular/core';
import { Account } from '../../session/account';
import { ListNote } from '../../shared/ui/list-note';
import { TakesFocus } from '../../shared/ui/takes-focus';
import { AccountRow } from './account-row';
import { AccountStore } from './account-store';
import { Attempt } from './attempt';
import { Outcome } from './outcome';

/** The name, which is optional. */
@Component({
  selector: 'pp-name-section',
  imports: [AccountRow, ListNote, Outcome, TakesFocus],
  templateUrl: './name-section.html',
})
export class NameSection {
  private readonly account = inject(Account);
  private readonly opener = viewChild<ElementRef<HTMLElement>>('opener');

  protected readonly store = inject(AccountStore);
  protected readonly attempt = new Attempt();
  protected readonly isOpen = signal(false);

  protected open(): void {
    this.attempt.forget();
    this.isOpen.set(true);
  }

  protected close(): void {
    this.isOpen.set(false);
    this.opener()?.nativeElement.focus();
  }

  protected async save(submission: Event, typed: string): Promise<void> {
    submission.preventDefault();
    const name = typed.replace(/\s+/g, ' ').trim();
    const isDone = await this.attempt.run(async () => {
      await this.account.rename(name);
      this.store.profile.update((profile) => profile && { ...profile, name });
      return name ? 'Your name is saved.' : 'Your name is taken away.';
    });
    if (!isDone) return;
    this.store.profile.reload();
    this.close();
  }
}
