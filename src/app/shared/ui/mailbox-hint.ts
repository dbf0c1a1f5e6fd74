import { Component, computed, inject, resource } from '@angular/core';
import { ConfigurationLoader } from '../configuration';

/** Where the codes are when no e-mails are sent. Shows nothing on AWS. */
@Component({
  selector: 'pp-mailbox-hint',
  template: `
    @if (address(); as href) {
      <p class="mailbox-hint">
        No e-mail leaves this machine:
        <a [href]="href" target="_blank" rel="noopener">open the mailbox</a> to read the code.
      </p>
    }
  `,
})
export class MailboxHint {
  private readonly configuration = inject(ConfigurationLoader);
  // Without a configuration nobody can sign in; the page around this hint says so.
  private readonly found = resource({ loader: () => this.configuration.load() });
  protected readonly address = computed(() => {
    const endpoint = this.found.hasValue() ? this.found.value().localEndpoint : null;
    return endpoint === null ? null : new URL('/mailbox', endpoint).href;
  });
}
