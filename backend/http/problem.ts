/** A refusal that the caller can do something about; `field` names the parameter or field at fault. */
export class HttpProblem extends Error {
  readonly status: number;
  readonly field: string | undefined;

  constructor(status: number, message: string, field?: string) {
    super(message);
    this.name = 'HttpProblem';
    this.status = status;
    this.field = field;
  }
}

/** 400; `field` names the parameter or field at fault. */
export const badRequest = (message: string, field: string): HttpProblem =>
  new HttpProblem(400, message, field);

/** The article is unknown, deleted, or no longer restorable. */
export const noSuchArticle = (): HttpProblem => new HttpProblem(404, 'There is no such article.');

/** The article that was asked for; throws 404 when there is none. */
export function found<Found>(article: Found | undefined): Found {
  if (article === undefined) throw noSuchArticle();
  return article;
}
