/** What the table of articles is called on this machine. */
export const articlesTableName = 'presspass-articles';
