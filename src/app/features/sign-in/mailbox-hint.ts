import { Component, inject, signal } from '@angular/core';
import { ConfigurationLoader } from '../../shared/configuration';

/** Where the codes are when no e-mails are sent. Shows nothing on AWS. */
@Component({
  selector: 'pp-mailbox-hint',
  template: `
    @if (address(); as href) {
      <p class="mailbox-hint">
        No e-mail leaves this machine:
        <a [href]="href" target="_blank" rel="noopener">open the mailbox</a> to read the codes.
      </p>
    }
  `,
})
export class MailboxHint {
  private readonly configuration = inject(ConfigurationLoader);
  protected readonly address = signal<string | null>(null);

  constructor() {
    void this.find();
  }

  private async find(): Promise<void> {
    try {
      const { localEndpoint } = await this.configuration.load();
      if (localEndpoint !== null) this.address.set(new URL('/mailbox', localEndpoint).href);
    } catch {
      // Without a configuration nobody can sign in; the page around this hint says so.
    }
  }
}
