import { HttpClient } from '@angular/common/http';
import { Service, inject } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import { ConfigurationLoader } from '../../shared/configuration';
import type { TokenKind } from '../../session';
import { decodeToken, type DecodedToken } from '../../shared/decoded-token';

/** Milliseconds. */
const timeout = 10_000;

/** Where genuine tokens come from that have ended: a laptop's stand-in issues some, AWS does not. */
@Service()
export class EndedTokens {
  private readonly http = inject(HttpClient);
  private readonly configuration = inject(ConfigurationLoader);

  /** `null` where nobody issues such tokens, or they cannot be had now. */
  async issued(): Promise<Readonly<Record<TokenKind, DecodedToken>> | null> {
    try {
      const { localEndpoint } = await this.configuration.load();
      if (localEndpoint === null) return null;
      const { href } = new URL('/expired-tokens.json', localEndpoint);
      const { id, access } = await firstValueFrom(
        this.http.get<Partial<Record<TokenKind, unknown>>>(href, { timeout, credentials: 'omit' }),
      );
      const tokens = { id: decoded(id), access: decoded(access) };
      return tokens.id && tokens.access ? { id: tokens.id, access: tokens.access } : null;
    } catch {
      // Without them the page waits until its own tokens have ended, and says so.
      return null;
    }
  }
}

const decoded = (text: unknown): DecodedToken | null =>
  typeof text === 'string' ? decodeToken(text) : null;
