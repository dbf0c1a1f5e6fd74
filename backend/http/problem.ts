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

export const badRequest = (message: string, field: string): HttpProblem =>
  new HttpProblem(400, message, field);
