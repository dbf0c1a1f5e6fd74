import { Component, computed, inject, resource } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Session } from '../../session';
import { Account } from '../../session/account';
import { Attempt } from '../../shared/attempt';
import { ListNote } from '../../shared/ui/list-note';
import { Outcome } from '../../shared/ui/outcome';
import { PaperTime } from '../../shared/ui/paper-time';
import { AccountRow } from './account-row';
import { ConfirmButton } from './confirm-button';
import { injectFarewell } from './farewell';

const ways = {
  password: ', with your password',
  passwordless: ', without a password',
  domain: ', on the separate sign-in page',
} as const;

/** This session, and the end of all of them. */
@Component({
  selector: 'pp-sessions-section',
  imports: [AccountRow, ConfirmButton, ListNote, Outcome, PaperTime, RouterLink],
  templateUrl: './sessions-section.html',
})
export class SessionsSection {
  private readonly account = inject(Account);
  private readonly session = inject(Session);
  private readonly leave = injectFarewell();

  protected readonly attempt = new Attempt();
  protected readonly beginning = resource({
    params: () => this.session.person()?.id,
    loader: () => this.account.beginning(),
  });
  protected readonly ways = ways;
  protected readonly lifetime = computed(() => {
    const isOfTab = this.beginning.hasValue() && this.beginning.value().lifetime === 'this-tab';
    return isOfTab
      ? 'It ends when you sign out, close this tab or are away for 30 minutes.'
      : 'It lasts on this device until you sign out.';
  });

  protected async signOutEverywhere(): Promise<void> {
    await this.attempt.run(async () => {
      await this.account.endAllSessions();
      await this.leave('You are signed out everywhere.');
    });
  }
}
