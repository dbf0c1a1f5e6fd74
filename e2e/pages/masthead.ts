import type { Locator, Page } from '@playwright/test';

/** The head of every page. */
export class Masthead {
  readonly account: Locator;
  readonly signInLink: Locator;
  readonly accountLink: Locator;
  readonly deskLink: Locator;
  readonly signOutButton: Locator;
  readonly reconnectButton: Locator;

  constructor(page: Page) {
    this.account = page.getByRole('navigation', { name: 'Account' });
    this.signInLink = this.account.getByRole('link', { name: 'Sign in' });
    this.accountLink = this.account.getByRole('link', { name: /^Your account/ });
    this.deskLink = this.account.getByRole('link', { name: 'Desk' });
    this.reconnectButton = this.account.getByRole('button', { name: 'Reconnect' });
    this.signOutButton = this.account.getByRole('button', { name: 'Sign out' });
  }
}
