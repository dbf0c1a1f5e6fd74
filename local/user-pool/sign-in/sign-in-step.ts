import type { PoolClient } from '../directory/pool-directory.ts';
import type { User } from '../users/user-store.ts';

/** Who signs in where. */
export interface SignIn extends PoolClient {
  readonly user: User;
}

/** A further question, in the form in which Cognito asks it. */
interface Challenge {
  readonly ChallengeName: string;
  readonly Session?: string;
  readonly ChallengeParameters: Readonly<Record<string, string>>;
  readonly AvailableChallenges?: readonly string[];
}

/** Where a sign-in stands after a right answer: done, or there is a further question. */
export type SignInStep =
  | { readonly kind: 'done'; readonly user: User }
  | { readonly kind: 'challenge'; readonly challenge: Challenge };
