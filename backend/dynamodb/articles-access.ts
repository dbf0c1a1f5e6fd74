/**
 * What each operation's store calls ask of the table and of its index, by DynamoDB's names: on AWS its function may do this and
 * nothing else. An operation that is not here has no business with articles.
 */
export const articlesAccess = {
  listNews: { table: [], index: ['Query'] },
  readArticle: { table: ['GetItem'], index: [] },
  publishArticle: { table: ['GetItem', 'PutItem'], index: [] },
  deleteArticle: { table: ['UpdateItem'], index: [] },
  deleteAllNews: { table: ['UpdateItem'], index: ['Query'] },
  listTrash: { table: [], index: ['Query'] },
  restoreArticle: { table: ['GetItem', 'UpdateItem'], index: [] },
} as const satisfies Readonly<Record<string, ArticlesAccess>>;

/** DynamoDB actions without their prefix, on the table itself and on its index. */
export interface ArticlesAccess {
  table: readonly string[];
  index: readonly string[];
}
