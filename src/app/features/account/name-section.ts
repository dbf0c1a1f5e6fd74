import { Component, type ElementRef, inject, signal, viewChild } from '@angular/core';
import { form, maxLength } from '@angular/forms/signals';
import { Account } from '../../session/account';
import { Attempt } from '../../shared/attempt';
import { formParts } from '../../shared/forms/form-parts';
import { submission } from '../../shared/forms/submission';
import { ListNote } from '../../shared/ui/list-note';
import { Outcome } from '../../shared/ui/outcome';
import { TakesFocus } from '../../shared/ui/takes-focus';
import { AccountRow } from './account-row';
import { AccountStore } from './account-store';

/** The name, which is optional. */
@Component({
  selector: 'pp-name-section',
  imports: [AccountRow, ListNote, Outcome, TakesFocus, formParts],
  templateUrl: './name-section.html',
})
export class NameSection {
  private readonly account = inject(Account);
  private readonly opener = viewChild<ElementRef<HTMLElement>>('opener');

  protected readonly store = inject(AccountStore);
  protected readonly attempt = new Attempt();
  protected readonly isOpen = signal(false);
  private readonly typed = signal({ name: '' });
  protected readonly form = form(
    this.typed,
    ({ name }) => {
      maxLength(name, 100, { message: 'A name has at most 100 characters here.' });
    },
    { submission: submission(this.attempt, ({ name }) => this.save(name)) },
  );

  protected open(name: string): void {
    this.attempt.forget();
    this.form().reset({ name });
    this.isOpen.set(true);
  }

  protected close(): void {
    this.isOpen.set(false);
    this.opener()?.nativeElement.focus();
  }

  private async save(typed: string): Promise<string> {
    const name = typed.replace(/\s+/g, ' ').trim();
    await this.account.rename(name);
    this.store.profile.update((profile) => profile && { ...profile, name });
    void this.store.lookAgain();
    this.close();
    return name ? 'Your name is saved.' : 'Your name is taken away.';
  }
}
