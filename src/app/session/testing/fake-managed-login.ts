import { type Arrival, type Departure, ManagedLogin } from '../ways-in/managed-login/managed-login';
import {
  ManagedLoginProblem,
  type ManagedLoginProblemKind,
} from '../ways-in/managed-login/managed-login-problem';

/**
 * A user pool's page that nobody leaves for. What `finish` answers is set by `arrival`, what all methods reject with by
 * `fail`; `calls` lists what was asked.
 */
export class FakeManagedLogin extends ManagedLogin {
  readonly calls: string[] = [];
  isThere = true;
  arrival: Arrival = { kind: 'signed-in', returnTo: '/' };
  private failure: ManagedLoginProblem | undefined;

  /** Every call rejects with this problem. */
  fail(kind: ManagedLoginProblemKind = 'unreachable'): this {
    this.failure = new ManagedLoginProblem(kind);
    return this;
  }

  /** All is well again. */
  recover(): this {
    this.failure = undefined;
    return this;
  }

  override isOffered(): Promise<boolean> {
    return Promise.resolve(this.isThere);
  }

  override start({ returnTo, email = '', lifetime }: Departure): Promise<void> {
    return this.answer(`start ${returnTo} ${email} ${lifetime}`, () => undefined);
  }

  override returnAddress(): string {
    return this.arrival.returnTo;
  }

  override finish({ search }: URL): Promise<Arrival> {
    return this.answer(`finish ${search}`, () => this.arrival);
  }

  override takeOver(): Promise<void> {
    return this.answer('takeOver', () => undefined);
  }

  override turnAway(): Promise<void> {
    return this.answer('turnAway', () => undefined);
  }

  /** Answers a moment later, as a network would. */
  private async answer<Answer>(call: string, answer: () => Answer): Promise<Answer> {
    this.calls.push(call);
    await Promise.resolve();
    if (this.failure) throw this.failure;
    return answer();
  }
}
