import type { Clock } from '../clock.ts';
import type { Mailbox } from '../mailbox/mailbox.ts';
import type { Accounts } from './users/accounts.ts';
import type { ChallengeSeal } from './sign-in/challenges.ts';
import type { ClientSecrets } from './app-clients/client-secrets.ts';
import type { CodeStore } from './users/codes.ts';
import type { Input } from './request/input.ts';
import type { Lockout } from './limits/lockout.ts';
import type { AuthorizationCodes } from './oauth/authorization-codes.ts';
import type { BrowserSessions } from './oauth/browser-sessions.ts';
import type { FormTokens } from './oauth/form-tokens.ts';
import type { PoolDirectory } from './directory/pool-directory.ts';
import type { Quotas } from './limits/quotas.ts';
import type { RateLimits } from './limits/rate-limits.ts';
import type { SessionStore } from './tokens/sessions.ts';
import type { Passkeys } from './passkeys/passkeys.ts';
import type { SoftwareTokens } from './sign-in/software-tokens.ts';
import type { TokenIssuer } from './tokens/tokens.ts';
import type { UserStore } from './users/user-store.ts';

/**
 * Runs writes that belong together: all of them are kept, or none. A refusal keeps what was written before it, since that
 * is what counts tries and spends codes; everything else that is thrown takes all of it back. `work` must not wait:
 * what takes long, signatures above all, is done before or afterwards.
 */
export type Transaction = <Result>(work: () => Result) => Result;

/** Everything operations are made of; each takes only what it uses. */
export interface Services {
  readonly transaction: Transaction;
  readonly clock: Clock;
  readonly mailbox: Mailbox;
  readonly directory: PoolDirectory;
  readonly secrets: ClientSecrets;
  readonly users: UserStore;
  readonly accounts: Accounts;
  readonly sessions: SessionStore;
  readonly softwareTokens: SoftwareTokens;
  readonly passkeys: Passkeys;
  readonly tokens: TokenIssuer;
  readonly codes: CodeStore;
  readonly authorizationCodes: AuthorizationCodes;
  readonly browserSessions: BrowserSessions;
  readonly formTokens: FormTokens;
  readonly challenges: ChallengeSeal;
  readonly lockout: Lockout;
  readonly quotas: Quotas;
  readonly rateLimits: RateLimits;
}

/** One Cognito operation: reads its input, answers with what becomes JSON, or throws a CognitoError. */
export type Operation = (services: Services, input: Input) => object | Promise<object>;

/** An operation that waits for nothing, so that all of it can be one transaction. */
export type WholeOperation = (
  services: Services,
  input: Input,
) => object & { readonly then?: never };
