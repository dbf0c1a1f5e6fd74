import { Expected, impossible } from './entity.ts';
import type { Entity } from './entity.ts';

type State = 'unpublished' | 'published' | 'in the trash';

/** Who may write, and read everything. */
export interface Editor {
  IdToken: string;
  AccessToken: string;
}

/** A story that is published, deleted and restored. */
export class Story implements Entity {
  readonly name: string;
  readonly #editor: Editor;
  readonly #state = new Expected<State>('unpublished');
  #id = '';

  constructor(sourceId: string, editor: Editor) {
    this.name = sourceId;
    this.#editor = editor;
  }

  get acknowledged(): number {
    return this.#state.acknowledged;
  }

  async write(url: string): Promise<void> {
    if (this.#state.state === 'unpublished') {
      this.#id = await this.#state.through('published', () => this.#publish(url));
    } else if (this.#state.state === 'published') {
      await this.#state.through('in the trash', () => this.#call(url, 'DELETE', this.#path));
    } else {
      const path = `/api/trash/${this.#id}/restore`;
      await this.#state.through('published', () => this.#call(url, 'POST', path));
    }
  }

  async check(url: string): Promise<string | undefined> {
    if (this.#state.state === 'unpublished') {
      // Whether it was done or not: after the same again it is there, once.
      this.#id = await this.#publish(url);
      this.#state.isPossible('published');
    }
    const { status } = await this.#ask(url, 'GET', this.#path);
    const isListed = await this.#isIn(url, '/api/news');
    const isInTrash = await this.#isIn(url, '/api/trash');
    const found = status === 200 ? 'published' : 'in the trash';
    if (isListed !== (status === 200) || isInTrash === isListed) {
      return `is half: GET ${status}, in the list ${isListed}, in the trash ${isInTrash}`;
    }
    const complaint = impossible(found, this.#state);
    return this.#state.isPossible(found) ? undefined : complaint;
  }

  get #path(): string {
    return `/api/news/${this.#id}`;
  }

  async #publish(url: string): Promise<string> {
    const response = await this.#ask(url, 'POST', '/api/news', {
      headline: this.name,
      summary: 'Written while somebody pulls the plug.',
      section: 'City',
      byline: 'The campaign',
      body: 'All of it, or nothing.',
      sourceId: this.name,
    });
    if (!response.ok) throw new Error(`publishing: ${response.status} ${await response.text()}`);
    return ((await response.json()) as { id: string }).id;
  }

  async #isIn(url: string, path: string): Promise<boolean> {
    // Both lists have the latest first, and the campaign writes nothing older.
    for (let page = 0, cursor = ''; page < 50; page++) {
      const query = `?limit=100${cursor && `&cursor=${encodeURIComponent(cursor)}`}`;
      const response = await this.#ask(url, 'GET', path + query);
      const { items, nextCursor } = (await response.json()) as {
        items: { id: string }[];
        nextCursor?: string;
      };
      if (items.some(({ id }) => id === this.#id)) return true;
      if (nextCursor === undefined) return false;
      cursor = nextCursor;
    }
    return false;
  }

  async #call(url: string, method: string, path: string): Promise<void> {
    const response = await this.#ask(url, method, path);
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
  }

  #ask(url: string, method: string, path: string, body?: object): Promise<Response> {
    const isPublishing = method === 'POST' && path === '/api/news';
    const { AccessToken, IdToken } = this.#editor;
    return fetch(url + path, {
      method,
      headers: {
        Authorization: isPublishing ? AccessToken : IdToken,
        'Content-Type': 'application/json',
      },
      body: body ? JSON.stringify(body) : null,
    });
  }
}
