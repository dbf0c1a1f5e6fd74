import { Component, DOCUMENT, computed, inject, input } from '@angular/core';
import { Notices } from '../../shared/notices';
import type { TokenKind } from '../../session';
import { PaperTime } from '../../shared/ui/paper-time';
import { BreakableId } from './breakable-id';
import { claimValue, plainText } from './claim-value';
import { absentClaims, claimWords } from './claim-words';
import { curl } from './curl';
import type { Claims, DecodedToken } from '../../shared/decoded-token';
import { endOf } from './held-tokens';
import { countdown, relativeTime } from './time-words';

const names = {
  id: { document: 'Passport', token: 'ID token', says: 'Who you are' },
  access: { document: 'Boarding pass', token: 'access token', says: 'Which doors you may use' },
} as const;

/** One token as the document that it is: the ID token a passport, the access token a boarding pass. */
@Component({
  selector: 'pp-token-document',
  imports: [BreakableId, PaperTime],
  templateUrl: './token-document.html',
})
export class TokenDocument {
  private readonly document = inject(DOCUMENT);
  private readonly notices = inject(Notices);
  readonly kind = input.required<TokenKind>();
  readonly token = input.required<DecodedToken>();
  /** The user pool's time, in milliseconds since 1970. */
  readonly now = input.required<number>();

  /** Beside each other, both fit; on a phone the long list would stand before everything else. */
  protected readonly isRoomy =
    this.document.defaultView?.matchMedia('(width >= 40rem)').matches ?? true;
  protected readonly names = computed(() => names[this.kind()]);
  protected readonly left = computed(() => endOf(this.token().claims) - this.now());
  protected readonly leftInWords = computed(() => countdown(this.left()));
  /** Milliseconds from its issue to its end. */
  protected readonly life = computed(() => {
    const { iat } = this.token().claims;
    const end = endOf(this.token().claims);
    return Math.max(1, typeof iat === 'number' ? end - iat * 1_000 : this.left());
  });
  protected readonly end = computed(() => claimValue('exp', this.token().claims['exp']));
  protected readonly holder = computed(() => {
    const { email, username, sub } = this.token().claims;
    return plainText(String(this.kind() === 'id' ? (email ?? sub) : (username ?? sub)));
  });
  /** What is stamped into it: groups into the passport, scopes on the boarding pass. */
  protected readonly stamps = computed(() => {
    const name = this.kind() === 'id' ? 'cognito:groups' : 'scope';
    const value = claimValue(name, this.token().claims[name]);
    return value.kind === 'stamps' ? value.stamps : [];
  });
  /** The two lines at the foot of a passport. Nothing is in them that is not above. */
  protected readonly machineReadable = computed(() => {
    const { sub, exp } = this.token().claims;
    return [`P<PRESSPASS<<${this.holder()}`, `${String(sub)}<${String(exp)}`].map((line) =>
      line
        .toUpperCase()
        .replace(/[^A-Z\d]/g, '<')
        .padEnd(44, '<')
        .slice(0, 44),
    );
  });
  protected readonly header = computed(() => this.rows(this.token().header));
  protected readonly payload = computed(() => this.rows(this.token().claims));
  protected readonly absent = computed(() => absentClaims(this.kind(), this.token().claims));

  protected readonly relativeTime = relativeTime;

  protected copyToken(): Promise<void> {
    return this.copy(this.token().text, `The ${this.names().token} is copied.`);
  }

  protected copyCurl(): Promise<void> {
    const command = curl(this.kind(), this.token().text, this.document.location.origin);
    return this.copy(command, 'The command is copied.');
  }

  private async copy(text: string, words: string): Promise<void> {
    try {
      await this.document.defaultView?.navigator.clipboard.writeText(text);
      this.notices.show({
        text: `${words} It carries the token: until that ends, whoever has it is you.`,
      });
    } catch {
      // Browsers may forbid it; the text is on the page.
      this.notices.show({
        text: 'The browser does not let this page copy. Open “The raw token” and copy it by hand.',
      });
    }
  }

  private rows(claims: Claims) {
    return Object.entries(claims).map(([name, value]) => ({
      name: plainText(name),
      value: claimValue(name, value),
      words: claimWords(this.kind(), name),
    }));
  }
}
