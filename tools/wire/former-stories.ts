import type { KyInstance } from 'ky';
import type { components } from '../../contract/generated/news-types.ts';
import { articleIdFor } from '../../backend/news/article-id.ts';
import { outageIn } from './news-desk.ts';
import type { Delivery } from './news-desk.ts';
import type { Patience } from './retries.ts';
import { patientFetch } from './retries.ts';
import type { Story, StoryReading } from './story.ts';

type NewsPage = components['schemas']['NewsPage'];
type Listed = NewsPage['items'][number];

/** How far back the paper's list is read: 10,000 stories. */
const mostPages = 100;
/** A date without a zone used to be read in the zone of the machine. In milliseconds. */
const margin = 24 * 3600 * 1000;

/**
 * The stories that the paper has under ids that they had before the rule of ids changed, so that the change publishes nothing
 * twice. It reads the paper's public list, newest first, only for stories that had another id, and only as far back as they are.
 */
export class FormerStories {
  readonly #address: string;
  readonly #clientId: string;
  readonly #send: KyInstance;
  readonly #listed = new Map<string, Listed>();
  #pages = 0;
  #cursor: string | undefined;
  /** When the oldest story read so far appeared, in milliseconds since the epoch. */
  #oldest = Infinity;
  #reading = Promise.resolve();

  constructor(api: URL, clientId: string, patience: Patience) {
    this.#address = `${api.href.replace(/\/$/, '')}/news`;
    this.#clientId = clientId;
    this.#send = patientFetch(patience);
  }

  /** `known` when the paper has this very story under its former id; undefined when it has not, or there is none. */
  async find(
    { story, formerSourceId }: StoryReading,
    signal: AbortSignal,
  ): Promise<Delivery | undefined> {
    if (formerSourceId === undefined) return undefined;
    try {
      const since = Date.parse(story.publishedAt ?? '1900-01-01') - margin;
      // One after the other: each page is read once for all who ask.
      const reading = this.#reading.then(() => this.#readBackTo(since, signal));
      this.#reading = reading.catch(() => undefined);
      await reading;
    } catch (failure) {
      if (signal.aborted) throw failure;
      return { result: 'failed', why: outageIn(failure), isOutage: true };
    }
    const listed = this.#listed.get(articleIdFor(this.#clientId, formerSourceId));
    return listed && isSame(listed, story) ? { result: 'known' } : undefined;
  }

  async #readBackTo(since: number, signal: AbortSignal): Promise<void> {
    while (this.#oldest >= since && this.#pages < mostPages) {
      const searchParams = {
        limit: 100,
        ...(this.#cursor !== undefined && { cursor: this.#cursor }),
      };
      const response = await this.#send.get(this.#address, { searchParams, signal });
      const { items = [], nextCursor } = await response.json<Partial<NewsPage>>();
      for (const item of items) this.#listed.set(item.id, item);
      this.#pages += 1;
      this.#cursor = nextCursor;
      this.#oldest =
        nextCursor === undefined ? -Infinity : Date.parse(items.at(-1)?.publishedAt ?? '');
    }
  }
}

/** Another feed's story may have had the same id: that is why the rule changed. An editor may have revised the headline. */
const isSame = (listed: Listed, story: Story): boolean =>
  listed.headline === story.headline ||
  (listed.publishedAt === story.publishedAt && listed.byline === story.byline);
