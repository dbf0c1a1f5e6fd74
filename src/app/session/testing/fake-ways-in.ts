import { toIdentityProblem } from '../identity/identity-problem';
import type { NextStep } from '../ways-in/next-step';
import type { SessionLifetime } from '../identity/session-lifetime';
import { type OfferedWays, WaysIn } from '../ways-in/ways-in';

/**
 * Ways in that need no network. `ways`, `confirmation`, `leadTo` and `fail` set what happens next;
 * `calls` lists what was asked.
 */
export class FakeWaysIn extends WaysIn {
  readonly calls: string[] = [];
  confirmation: 'signed-in' | 'confirmed' = 'confirmed';
  ways: OfferedWays = { emailCode: true, passkey: true };
  private readonly steps: (NextStep | Error)[] = [];
  private failure: Error | undefined;

  /** What the next calls lead to, one after the other: a step, or a refusal as Cognito and Amplify put it. */
  leadTo(...steps: (NextStep | Error)[]): this {
    this.steps.push(...steps);
    return this;
  }

  /** Every call rejects with what `error`, as Cognito and Amplify put it, means to a person. */
  fail(error: Error = new TypeError('Failed to fetch')): this {
    this.failure = error;
    return this;
  }

  /** All is well again. */
  recover(): this {
    this.failure = undefined;
    return this;
  }

  override offered(): Promise<OfferedWays> {
    return this.respond('offered', () => this.ways);
  }

  override async rememberFor(lifetime: SessionLifetime): Promise<void> {
    this.calls.push(`rememberFor ${lifetime}`);
    await Promise.resolve();
  }

  override sendCode(email: string): Promise<NextStep> {
    return this.respond(`sendCode ${email}`, () => this.next({ kind: 'email-code' }));
  }

  override signInWithPasskey(email: string): Promise<NextStep> {
    return this.respond(`signInWithPasskey ${email}`, () => this.next({ kind: 'signed-in' }));
  }

  override answer(answer: string): Promise<NextStep> {
    return this.respond(`answer ${answer}`, () => this.next({ kind: 'signed-in' }));
  }

  override confirmSignUp(email: string, code: string): Promise<'signed-in' | 'confirmed'> {
    return this.respond(`confirmSignUp ${email} ${code}`, () => this.confirmation);
  }

  override resendCode(email: string): Promise<void> {
    return this.respond(`resendCode ${email}`, () => undefined);
  }

  private next(usual: NextStep): NextStep {
    const step = this.steps.shift() ?? usual;
    if (step instanceof Error) throw step;
    return step;
  }

  /** Answers a moment later, as a network would. */
  private async respond<Answer>(call: string, answer: () => Answer): Promise<Answer> {
    this.calls.push(call);
    await Promise.resolve();
    try {
      if (this.failure) throw this.failure;
      return answer();
    } catch (error) {
      throw toIdentityProblem(error);
    }
  }
}
