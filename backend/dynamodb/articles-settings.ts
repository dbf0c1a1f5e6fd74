/** The environment variables of a function that works on the articles: the table's name. */
export const articlesSettings = ['ARTICLES_TABLE'] as const;
