/**
 * The one table, for every place that makes it: key `id`, and one sparse index. An article is in the
 * partition of its month (`news#2026-11`, sorted by `publishedAt#id`), so that a page costs the same
 * however many articles there are and no partition grows for ever; once deleted it is in
 * `trash#<month of deletion>` instead. The partition `months` lists which months have news.
 */
export const articlesIndex = {
  name: 'listing',
  partitionKey: 'listing',
  sortKey: 'listedAt',
  /** Everything a list shows. The body stays out: a page of lists would carry megabytes of it. */
  projected: [
    'headline',
    'summary',
    'section',
    'byline',
    'publishedAt',
    'updatedAt',
    'version',
    'deletedAt',
    'expiresAt',
  ],
} as const;

/** Its key, and what DynamoDB deletes by. */
export const articlesTable = {
  partitionKey: 'id',
  /** Holds seconds since the epoch, as DynamoDB's TTL wants it. */
  timeToLiveAttribute: 'expiresAt',
  index: articlesIndex,
} as const;

interface KeyAttribute {
  AttributeName: string;
  KeyType: 'HASH' | 'RANGE';
}

/** What DynamoDB's CreateTable takes. */
export interface TableDefinition {
  TableName: string;
  BillingMode: 'PAY_PER_REQUEST';
  AttributeDefinitions: { AttributeName: string; AttributeType: 'S' | 'N' | 'B' }[];
  KeySchema: KeyAttribute[];
  GlobalSecondaryIndexes?: {
    IndexName: string;
    KeySchema: KeyAttribute[];
    Projection: {
      ProjectionType: 'ALL' | 'KEYS_ONLY' | 'INCLUDE';
      NonKeyAttributes?: string[];
    };
  }[];
}

/** The table as DynamoDB's CreateTable takes it; time to live is switched on by a call of its own. */
export function articlesTableDefinition(tableName: string): TableDefinition {
  const { name, partitionKey, sortKey, projected } = articlesIndex;
  return {
    TableName: tableName,
    BillingMode: 'PAY_PER_REQUEST',
    AttributeDefinitions: [articlesTable.partitionKey, partitionKey, sortKey].map((attribute) => ({
      AttributeName: attribute,
      AttributeType: 'S',
    })),
    KeySchema: [{ AttributeName: articlesTable.partitionKey, KeyType: 'HASH' }],
    GlobalSecondaryIndexes: [
      {
        IndexName: name,
        KeySchema: [
          { AttributeName: partitionKey, KeyType: 'HASH' },
          { AttributeName: sortKey, KeyType: 'RANGE' },
        ],
        Projection: { ProjectionType: 'INCLUDE', NonKeyAttributes: [...projected] },
      },
    ],
  };
}
