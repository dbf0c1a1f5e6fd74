/** The article is unknown, deleted, or no longer restorable. */
export class NoSuchArticle extends Error {
  constructor() {
    super('There is no such article.');
    this.name = 'NoSuchArticle';
  }
}
