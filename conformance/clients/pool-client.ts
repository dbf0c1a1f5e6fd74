import type { ClientName } from '../check.ts';
import type { House, Person, UserTokens } from '../house/house.ts';

/** Where a code went, as Cognito tells it. */
export interface CodeDelivery {
  /** Masked: `v****@e****`. */
  readonly destination: string;
  readonly medium: string;
}

interface SignedUp extends CodeDelivery {
  readonly isConfirmed: boolean;
  /** The claim `sub`; undefined where the client does not show it. */
  readonly sub: string | undefined;
}

/** After a step of signing in: tokens, or Cognito's name of what it wants next. */
export type Step =
  | { readonly kind: 'signed in'; readonly tokens: UserTokens }
  | { readonly kind: 'challenge'; readonly name: string };

/**
 * What people do with a user pool, through one of the clients that they really use. Each remembers who is signed in.
 * A refusal is thrown as the client throws it; `refusal` reads it.
 */
export interface PoolClient {
  signUp(person: Person): Promise<SignedUp>;
  confirmSignUp(email: string, code: string): Promise<void>;
  resendCode(email: string): Promise<CodeDelivery>;
  signIn(person: Person): Promise<Step>;
  /** Answers NEW_PASSWORD_REQUIRED. */
  chooseFirstPassword(password: string): Promise<Step>;
  refresh(): Promise<UserTokens>;
  attributes(): Promise<Record<string, string | undefined>>;
  changePassword(from: string, to: string): Promise<void>;
  forgotPassword(email: string): Promise<CodeDelivery>;
  resetPassword(email: string, code: string, password: string): Promise<void>;
  /** Ends this session, refresh token included where the client does that. */
  signOut(): Promise<void>;
  signOutEverywhere(): Promise<void>;
  deleteAccount(): Promise<void>;
}

export interface PoolClientKind {
  readonly name: ClientName;
  /** A client with nobody signed in. */
  open(house: House): PoolClient;
}
