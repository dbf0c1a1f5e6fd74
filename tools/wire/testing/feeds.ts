/** An RSS 2.0 feed with these items. Tests only. */
export const rssOf = (items: string): string =>
  `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">` +
  `<channel><title>Test Gazette</title><link>https://gazette.test/</link>${items}</channel></rss>`;

/** One good item, with whatever else is to be in it. */
export const rssItem = (id: string, more = ''): string =>
  `<item><guid isPermaLink="false">${id}</guid><title>Story ${id}</title>` +
  `<description>What happened.</description>${more}</item>`;

/** A feed of so many good items. */
export const longFeed = (count: number): string =>
  rssOf(Array.from({ length: count }, (_, index) => rssItem(String(index + 1))).join(''));
