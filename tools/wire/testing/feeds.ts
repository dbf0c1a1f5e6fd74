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

/** An Atom feed with these entries. Tests only. */
export const atomOf = (entries: string): string =>
  `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Test Wire</title>` +
  `<id>tag:wire.test,2026:feed</id><updated>2026-11-20T10:00:00Z</updated>${entries}</feed>`;

/** One good entry, with whatever else is to be in it. */
export const atomEntry = (id: string, more: string): string =>
  `<entry><id>${id}</id><title>Entry</title>${more}</entry>`;

/** An RSS 1.0 feed with this item, which says when it was published. */
export const rdfOf = (about: string, date: string): string =>
  `<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" ` +
  `xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">` +
  `<channel rdf:about="https://rdf.test/"><title>Test Channel</title><link>https://rdf.test/</link>` +
  `<items><rdf:Seq><rdf:li rdf:resource="${about}"/></rdf:Seq></items></channel>` +
  `<item rdf:about="${about}"><title>Item</title><link>https://rdf.test/1</link>` +
  `<description>What happened.</description><dc:date>${date}</dc:date>` +
  `<dc:subject>Sport</dc:subject><dc:creator>A. Writer</dc:creator></item></rdf:RDF>`;
