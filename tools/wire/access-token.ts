import {
  allowInsecureRequests,
  ClientSecretBasic,
  clientCredentialsGrant,
  Configuration,
  customFetch,
  ResponseBodyError,
} from 'openid-client';
import { isLoopback } from '../remote/web-address.ts';
import { oneLine } from './plain-text.ts';
import { Refusal } from './refusal.ts';
import type { Patience } from './retries.ts';
import { patientFetch } from './retries.ts';
import type { WireSettings } from './settings.ts';

/** AWS advises to renew a token after three quarters of its life ("Managing user pool token expiration and caching"). */
const usedShare = 0.75;

interface Held {
  token: string;
  /** Milliseconds since the epoch. */
  renewAt: number;
}

/** The wire's access token, by client credentials. One request serves all who ask, until three quarters of its life are over. */
export class AccessToken {
  readonly #configuration: Configuration;
  readonly #now: () => number;
  #held: Held | undefined;
  #requested: Promise<Held> | undefined;

  /** `now` tells milliseconds since the epoch. */
  constructor(settings: WireSettings, patience: Patience, now: () => number = Date.now) {
    this.#configuration = configurationFor(settings, patience);
    this.#now = now;
  }

  /** The token to use now; throws `Refusal` when the token endpoint gives none. */
  async current(): Promise<string> {
    if (this.#held && this.#now() < this.#held.renewAt) return this.#held.token;
    this.#requested ??= this.#request().finally(() => {
      this.#requested = undefined;
    });
    return (await this.#requested).token;
  }

  /** The API has refused this token: whoever asks next gets another. Many may say so of the same one. */
  forget(token: string): void {
    if (this.#held?.token === token) this.#held = undefined;
  }

  async #request(): Promise<Held> {
    const asked = this.#now();
    try {
      const answer = await clientCredentialsGrant(this.#configuration, { scope: 'news/write' });
      const life = (answer.expires_in ?? 0) * 1000;
      this.#held = { token: answer.access_token, renewAt: asked + life * usedShare };
      return this.#held;
    } catch (failure) {
      // Without a token nothing can be sent, so this is said once and ends the delivery.
      throw new Refusal(`The token endpoint gives no token: ${whyIn(failure)}`);
    }
  }
}

function configurationFor(settings: WireSettings, patience: Patience): Configuration {
  const { tokenEndpoint, clientId, clientSecret } = settings;
  const server = { issuer: tokenEndpoint.origin, token_endpoint: tokenEndpoint.href };
  const configuration = new Configuration(
    server,
    clientId,
    undefined,
    ClientSecretBasic(clientSecret),
  );
  const send = patientFetch(patience);
  configuration[customFetch] = (address, options) => send(address, options as RequestInit);
  if (isLoopback(tokenEndpoint)) allowInsecureRequests(configuration);
  return configuration;
}

function whyIn(failure: unknown): string {
  if (failure instanceof ResponseBodyError) return oneLine(failure.error);
  // The library wraps what its fetch throws, and an answer that is no OAuth answer.
  const cause = failure instanceof Error ? (failure.cause ?? failure) : failure;
  if (cause instanceof Response) return `it answers ${cause.status}, and not as OAuth has it.`;
  return oneLine(cause instanceof Error ? cause.message : String(cause));
}
