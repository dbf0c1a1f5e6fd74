import { Component, inject, resource } from '@angular/core';
import { ConfigurationLoader } from '../../shared/configuration';

/** Where the codes are when no e-mails are sent. Shows nothing on AWS. */
@Component({
  selector: 'pp-mailbox-link',
  template: `
    @if (endpoint.hasValue() && endpoint.value(); as origin) {
      <p class="label">
        No e-mail leaves this machine:
        <a [href]="origin + '/mailbox'" target="_blank" rel="noopener">open the mailbox</a> to read
        the code.
      </p>
    }
  `,
})
export class MailboxLink {
  private readonly configuration = inject(ConfigurationLoader);
  protected readonly endpoint = resource({
    loader: async () => (await this.configuration.load()).localEndpoint,
  });
}
