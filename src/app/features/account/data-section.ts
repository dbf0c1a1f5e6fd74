import { HttpClient } from '@angular/common/http';
import { Component, DOCUMENT, inject } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import { toApiProblem } from '../../shared/api-problem';
import { Account } from '../../session/account';
import { Attempt } from '../../shared/attempt';
import { Outcome } from '../../shared/ui/outcome';
import { AccountRow } from './account-row';
import { type OwnData, ownDataFile } from './own-data';

/** Milliseconds; API Gateway itself gives up after 29 s. */
const timeout = 30_000;

/** A copy of what is kept of a person, made in the browser. */
@Component({
  selector: 'pp-data-section',
  imports: [AccountRow, Outcome],
  template: `
    <section ppAccountRow="Your data">
      <p class="label">
        One file with all that this paper keeps of you, and a list of what it leaves out. It is made
        in your browser and goes nowhere else.
      </p>
      <button
        type="button"
        class="button"
        [attr.aria-disabled]="attempt.isBusy() || null"
        (click)="download()"
      >
        {{ attempt.isBusy() ? 'Gathering …' : 'Download my data' }}
      </button>
      <pp-outcome [of]="attempt" />
    </section>
  `,
})
export class DataSection {
  private readonly account = inject(Account);
  private readonly http = inject(HttpClient);
  private readonly document = inject(DOCUMENT);
  protected readonly attempt = new Attempt();

  protected async download(): Promise<void> {
    await this.attempt.run(async () => {
      const { name, text } = ownDataFile(await this.gather(), new Date());
      this.save(name, text);
      return `Saved as ${name}.`;
    });
  }

  /** All or nothing: half a file would pass for a whole one. */
  private async gather(): Promise<OwnData> {
    const { account } = this;
    const [profile, factors, passkeys, beginning, me] = await Promise.all([
      account.profile(),
      account.factors(),
      account.passkeys(),
      account.beginning(),
      firstValueFrom(this.http.get<unknown>('/api/me', { timeout })).catch((error: unknown) => {
        throw toApiProblem(error);
      }),
    ]);
    return { profile, factors, passkeys, beginning, me };
  }

  private save(name: string, text: string): void {
    const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
    const link = this.document.createElement('a');
    link.href = address;
    link.download = name;
    link.click();
    // Browsers read it a moment later.
    setTimeout(() => {
      URL.revokeObjectURL(address);
    }, 60_000);
  }
}
