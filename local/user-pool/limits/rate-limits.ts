import type { Clock } from '../../clock.ts';
import { TokenBucket } from '../../token-bucket.ts';
import { cognitoError } from '../cognito-error.ts';

/**
 * Requests a second that an account may send, by AWS's categories of operations:
 * https://docs.aws.amazon.com/cognito/latest/developerguide/quotas.html#category_operations
 * Answers to challenges have a quota of their own, three times that of UserAuthentication.
 */
const perSecond = {
  UserAuthentication: 120,
  ChallengeResponse: 360,
  UserCreation: 50,
  UserAccountRecovery: 30,
  UserRead: 120,
  UserUpdate: 25,
  UserToken: 120,
  UserResourceRead: 50,
  UserResourceUpdate: 25,
  UserList: 30,
  UserPoolRead: 15,
  UserPoolUpdate: 15,
  UserPoolResourceRead: 20,
  UserPoolResourceUpdate: 15,
  UserPoolClientRead: 15,
  UserPoolClientUpdate: 15,
  /** Tokens for client credentials. */
  ClientAuthentication: 150,
} as const;

export type RateCategory = keyof typeof perSecond;

/** Requests a second about one user, whatever they are. */
const perUser = 10;

/** So many users are remembered before those who have been quiet are forgotten. */
const rememberedUsers = 1000;

/** A bucket per category and per user: a second's worth at most, filled evenly. Does nothing unless `isOn`. */
export class RateLimits {
  private readonly clock: Clock;
  private readonly isOn: boolean;
  private readonly categories = new Map<RateCategory, TokenBucket>();
  private readonly users = new Map<string, TokenBucket>();

  constructor(clock: Clock, isOn: boolean) {
    this.clock = clock;
    this.isOn = isOn;
  }

  /** Takes one request; throws TooManyRequestsException when there are more than AWS allows. */
  take(category: RateCategory): void {
    if (!this.isOn) return;
    const limit = perSecond[category];
    if (this.admits(this.categories, category, limit)) return;
    throw tooMany(`more than ${String(limit)} requests a second of category ${category}`);
  }

  /** Takes one request about a user, who need not exist; throws TooManyRequestsException as `take` does. */
  takeFor(user: string): void {
    if (!this.isOn) return;
    if (this.users.size >= rememberedUsers) this.forgetQuietUsers();
    if (this.admits(this.users, user, perUser)) return;
    throw tooMany(`more than ${String(perUser)} requests a second about one user`);
  }

  private admits<Key>(buckets: Map<Key, TokenBucket>, key: Key, rate: number): boolean {
    const bucket = buckets.get(key) ?? new TokenBucket({ rate, burst: rate }, this.clock);
    buckets.set(key, bucket);
    return bucket.admits();
  }

  private forgetQuietUsers(): void {
    for (const [user, bucket] of this.users) if (bucket.isFull()) this.users.delete(user);
  }
}

/** AWS publishes the type; the wording is what clients report. */
function tooMany(reason: string): Error {
  return cognitoError('TooManyRequestsException', 'Rate exceeded').because(reason);
}
