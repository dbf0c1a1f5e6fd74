import type { Response } from '@playwright/test';
import { withNewBrowser } from '../new-browser.ts';

/** One file that a page fetched. */
export interface Fetched {
  path: string;
  kind: 'document' | 'code' | 'font' | 'data' | 'other';
  /** As it travelled: compressed, without the headers. */
  bytes: number;
  text: string;
}

/**
 * Opens a page in a browser that has never seen it, waits until it is quiet, and tells what it
 * fetched. `readyWhen` is what must then be on the page. Rejects when something was not found, failed,
 * or could have been sent in brotli and was not.
 */
export function loadPage(url: string, readyWhen: string): Promise<Fetched[]> {
  return withNewBrowser(async (browser) => {
    const page = await browser.newPage();
    const responses: Response[] = [];
    page.on('response', (response) => responses.push(response));
    await page.goto(url, { waitUntil: 'networkidle' });
    await page.locator(readyWhen).first().waitFor();
    return Promise.all(responses.map(fetched));
  });
}

/** By content type, since a browser calls whatever is preloaded "other". */
const kinds: Record<string, Fetched['kind']> = {
  'text/html': 'document',
  'text/javascript': 'code',
  'text/css': 'code',
  'font/woff2': 'font',
  'application/json': 'data',
};

/** In bytes; CloudFront leaves smaller files as they are. */
const smallestCompressed = 1_000;

async function fetched(response: Response): Promise<Fetched> {
  const { pathname } = new URL(response.url());
  if (!response.ok()) throw new Error(`${pathname} answered ${response.status()}.`);
  const headers = response.headers();
  const kind = kinds[headers['content-type']?.split(';', 1)[0] ?? ''] ?? 'other';
  const body = await response.body();
  const isSmall = body.length < smallestCompressed;
  if (kind === 'code' && headers['content-encoding'] !== 'br' && !isSmall) {
    throw new Error(`${pathname} did not travel in brotli.`);
  }
  // Exact, unlike what the browser adds up: that includes headers.
  const bytes = Number(headers['content-length'] ?? body.length);
  return { path: pathname, kind, bytes, text: kind === 'code' ? body.toString() : '' };
}
