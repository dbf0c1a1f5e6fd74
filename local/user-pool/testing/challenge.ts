import type { AppClient } from '../directory/pool-settings.ts';
import type { Tokens } from './pool-under-test.ts';

/** What a flow answers with: a challenge, or tokens. */
export interface AuthAnswer {
  ChallengeName?: string;
  Session?: string;
  ChallengeParameters: Record<string, string>;
  AvailableChallenges?: string[];
  AuthenticationResult?: Tokens;
}

/** The input that answers a challenge. */
export function answerTo(
  { ChallengeName, Session }: Pick<AuthAnswer, 'ChallengeName' | 'Session'>,
  ChallengeResponses: Record<string, string>,
  client: Pick<AppClient, 'id'>,
): object {
  return { ClientId: client.id, ChallengeName, Session, ChallengeResponses };
}

/** The input of a choice-based sign-in. */
export function chooseAuth(
  USERNAME: string,
  client: Pick<AppClient, 'id'>,
  parameters: Record<string, string> = {},
): object {
  return {
    AuthFlow: 'USER_AUTH',
    ClientId: client.id,
    AuthParameters: { USERNAME, ...parameters },
  };
}
