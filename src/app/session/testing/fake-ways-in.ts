import { WaysIn } from '../ways-in/ways-in';

/** Ways in that need no network. What happens next is set by `confirmation` and `fail`; `calls` lists what was asked. */
export class FakeWaysIn extends WaysIn {
  readonly calls: string[] = [];
  confirmation: 'signed-in' | 'confirmed' = 'confirmed';
  private failure: Error | undefined;

  /** Every call rejects with `error`. */
  fail(error: Error = new TypeError('Failed to fetch')): this {
    this.failure = error;
    return this;
  }

  /** All is well again. */
  recover(): this {
    this.failure = undefined;
    return this;
  }

  override confirmSignUp(email: string, code: string): Promise<'signed-in' | 'confirmed'> {
    return this.answer(`confirmSignUp ${email} ${code}`, () => this.confirmation);
  }

  override resendCode(email: string): Promise<void> {
    return this.answer(`resendCode ${email}`, () => undefined);
  }

  /** Answers a moment later, as a network would. */
  private async answer<Answer>(call: string, answer: () => Answer): Promise<Answer> {
    this.calls.push(call);
    await Promise.resolve();
    if (this.failure) throw this.failure;
    return answer();
  }
}
