interface Story {
  readonly id: string;
  readonly headline: string;
  readonly summary: string;
  readonly section: string;
  readonly byline: string;
  readonly body: string;
  /** ISO 8601 in UTC. */
  readonly publishedAt: string;
}

/** DynamoDB takes at most so many items in one BatchWriteItem. */
const batchSize = 25;

/** The paper's table, by DynamoDB's own door: there is no other yet by which stories come in. */
export class Table {
  readonly #edge: string;

  constructor(edge: string) {
    this.#edge = edge;
  }

  /** Publishes stories, all of them in months that have news already or in that of the first. */
  async publish(stories: readonly Story[]): Promise<void> {
    const months = [...new Set(stories.map(({ publishedAt }) => publishedAt.slice(0, 7)))];
    const items = [...months.map(monthItem), ...stories.map(storyItem)];
    const batches = Array.from({ length: Math.ceil(items.length / batchSize) }, (_, batch) =>
      items.slice(batch * batchSize, (batch + 1) * batchSize),
    );
    for (const batch of batches) await this.#write(batch);
  }

  async #write(items: readonly object[]): Promise<void> {
    const requests = items.map((Item) => ({ PutRequest: { Item } }));
    const answer = await fetch(this.#edge, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/x-amz-json-1.0',
        'X-Amz-Target': 'DynamoDB_20120810.BatchWriteItem',
        'X-Amz-Date': new Date().toISOString().replace(/[-:]|\.\d+/g, ''),
        // The stand-in wants a signature, as AWS does, but cannot check it.
        Authorization:
          'AWS4-HMAC-SHA256 Credential=local/20260101/eu-west-1/dynamodb/aws4_request, SignedHeaders=host, Signature=0',
      },
      body: JSON.stringify({ RequestItems: { 'presspass-articles': requests } }),
    });
    if (!answer.ok) throw new Error(await answer.text());
  }
}

function monthItem(month: string): object {
  return { id: { S: `month#${month}` }, listing: { S: 'months' }, listedAt: { S: month } };
}

function storyItem(story: Story): object {
  const { id, publishedAt } = story;
  const texts = {
    ...story,
    updatedAt: publishedAt,
    listing: `news#${publishedAt.slice(0, 7)}`,
    listedAt: `${publishedAt}#${id}`,
  };
  const strings = Object.entries(texts).map(([name, text]) => [name, { S: text }]);
  return { ...(Object.fromEntries(strings) as object), version: { N: '1' } };
}
