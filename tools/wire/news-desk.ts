import { HTTPError } from 'ky';
import type { KyInstance } from 'ky';
import type { AccessToken } from './access-token.ts';
import { oneLine } from './plain-text.ts';
import { Refusal } from './refusal.ts';
import type { Patience } from './retries.ts';
import { patientFetch } from './retries.ts';
import type { Story } from './story.ts';

/** What has become of a story. `deleted`: known, and an editor has put it into the trash, where it stays. */
export type Delivery =
  | { result: 'published' | 'known' | 'deleted' }
  | { result: 'failed'; why: string; isOutage: boolean };

/** Where stories are delivered: `POST /news` of the paper's API. */
export class NewsDesk {
  readonly #address: string;
  readonly #token: AccessToken;
  readonly #send: KyInstance;

  constructor(api: URL, token: AccessToken, patience: Patience) {
    this.#address = `${api.href.replace(/\/$/, '')}/news`;
    this.#token = token;
    this.#send = patientFetch(patience);
  }

  /** Delivers one story; throws `Refusal` when the API will take none, and the signal's reason when it ends the wait. */
  async publish(story: Story, signal: AbortSignal): Promise<Delivery> {
    try {
      const first = await this.#token.current();
      let response = await this.#post(story, first, signal);
      if (response.status === 401) {
        // It may have expired on the way, or its key is gone: one fresh token, then it is final.
        this.#token.forget(first);
        response = await this.#post(story, await this.#token.current(), signal);
      }
      return await deliveryOf(response);
    } catch (failure) {
      if (signal.aborted || failure instanceof Refusal) throw failure;
      // Tried until patience ran out: the API is throttling, down, or out of reach.
      return { result: 'failed', why: outageIn(failure), isOutage: true };
    }
  }

  #post(story: Story, token: string, signal: AbortSignal): Promise<Response> {
    const headers = { Authorization: `Bearer ${token}` };
    return this.#send.post(this.#address, { json: story, headers, signal });
  }
}

async function deliveryOf(response: Response): Promise<Delivery> {
  const said: unknown = await response.json().catch(() => undefined); // the status says enough
  const content = { ...Object(said) } as Record<string, unknown>;
  if (response.status === 201) return { result: 'published' };
  if (response.status === 200) return { result: 'deletedAt' in content ? 'deleted' : 'known' };
  const { message } = content;
  const why = `${response.status} ${typeof message === 'string' ? oneLine(message) : ''}`.trim();
  if (response.status === 401 || response.status === 403) {
    throw new Refusal(`The API takes nothing from this client: ${why}`);
  }
  return { result: 'failed', why, isOutage: false };
}

/** Why the API gave no answer, however often it was asked. */
export function outageIn(failure: unknown): string {
  if (failure instanceof HTTPError) return `the API answers ${failure.response.status}.`;
  if (failure instanceof Error && failure.name === 'TimeoutError')
    return 'the API does not answer.';
  return 'the API cannot be reached.';
}
