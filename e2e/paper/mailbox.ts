interface Mail {
  readonly to: string;
  readonly code?: string;
}

/** What Cognito would have e-mailed. */
export class Mailbox {
  readonly #edge: string;

  constructor(edge: string) {
    this.#edge = edge;
  }

  /** Newest first. */
  async mailsTo(email: string): Promise<Mail[]> {
    const answer = await fetch(`${this.#edge}/mailbox.json?to=${encodeURIComponent(email)}`);
    return (await answer.json()) as Mail[];
  }

  async latestCode(email: string): Promise<string> {
    const [latest] = await this.mailsTo(email);
    if (latest?.code === undefined) throw new Error(`No code was sent to ${email}.`);
    return latest.code;
  }
}
