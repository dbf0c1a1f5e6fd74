import type { Answer } from '../remote/asking.ts';
import { ask } from '../remote/asking.ts';
import type { Door, HarmlessRequest } from './doors.ts';

/** The origin that the doctor's cross-origin requests come from: nobody's. */
export const elsewhere = 'https://elsewhere.presspass.test';

/** An API that has answered as the news API does. */
export class FoundApi {
  /** What it was found at, without a slash at the end: `https://d111.cloudfront.net`, or `https://….amazonaws.com/api`. */
  readonly root: string;
  /** `origin`: both contracts below their own paths; `stage`: one contract, whose path the root ends with or leaves out. */
  readonly layout: 'origin' | 'stage';
  readonly gateway: 'rest' | 'http';

  constructor(root: string, layout: 'origin' | 'stage', gateway: 'rest' | 'http') {
    this.root = root;
    this.layout = layout;
    this.gateway = gateway;
  }

  /** Whether this API has the door at all: a stage of a REST API has those of one contract. */
  has({ path }: Door): boolean {
    return this.layout === 'origin' || !this.root.endsWith('/api') || path.startsWith('/api/');
  }

  address(path: string): URL {
    return new URL(this.root + below(this.layout, path));
  }

  /** Sends one harmless request. `from` makes it a page's of another origin. Throws `NoAnswer`. */
  send(
    { method, path, body }: HarmlessRequest,
    { token, from }: { token?: string; from?: string } = {},
  ): Promise<Answer> {
    return ask(this.address(path), {
      method,
      ...(body !== undefined && { body }),
      headers: {
        ...(body !== undefined && { 'Content-Type': 'application/json' }),
        ...(token !== undefined && { Authorization: `Bearer ${token}` }),
        ...(from !== undefined && { Origin: from }),
      },
    });
  }
}

/** `/api/news` as it is, or without the contract's own path. */
export const below = (layout: FoundApi['layout'], path: string): string =>
  layout === 'origin' ? path : path.replace(/^\/[^/]+/, '');
